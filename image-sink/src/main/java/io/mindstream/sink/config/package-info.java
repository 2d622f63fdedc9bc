/** The sink's configuration. */
@NullMarked
package io.mindstream.sink.config;

import org.jspecify.annotations.NullMarked;
