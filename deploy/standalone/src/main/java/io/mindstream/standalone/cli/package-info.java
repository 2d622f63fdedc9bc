/** The command line: {@code mindstream} and its commands. */
@NullMarked
package io.mindstream.standalone.cli;

import org.jspecify.annotations.NullMarked;
