/** What every Mindstream service has in common: life cycle and health. */
@NullMarked
package io.mindstream.service;

import org.jspecify.annotations.NullMarked;
