/** The commands replay and simulate. */
@NullMarked
package io.mindstream.bridge.cli;

import org.jspecify.annotations.NullMarked;
