/** Checking of settings, the same for all services. */
@NullMarked
package io.mindstream.service.config;

import org.jspecify.annotations.NullMarked;
