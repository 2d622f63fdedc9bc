/** The laboratory's commands: train, evaluate, vectors. */
@NullMarked
package io.mindstream.lab.cli;

import org.jspecify.annotations.NullMarked;
