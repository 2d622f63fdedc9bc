/** Typed configuration and beans of the bridge. */
@NullMarked
package io.mindstream.bridge.config;

import org.jspecify.annotations.NullMarked;
