/** What every Mindstream service has in common: life cycle and health. */
@NullMarked
package io.mindstream.schemas.service;

import org.jspecify.annotations.NullMarked;
