/** The worker's configuration and beans. */
@NullMarked
package io.mindstream.decoder.config;

import org.jspecify.annotations.NullMarked;
