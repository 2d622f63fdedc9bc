/** The commands replay, simulate and watch. */
@NullMarked
package io.mindstream.bridge.cli;

import org.jspecify.annotations.NullMarked;
