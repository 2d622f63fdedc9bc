/** Data for training and the command that trains: composes the pipeline's own pure parts. */
@NullMarked
package io.mindstream.lab.examples;

import org.jspecify.annotations.NullMarked;
