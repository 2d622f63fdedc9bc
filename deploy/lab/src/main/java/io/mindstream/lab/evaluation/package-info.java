/** The command that evaluates a model, on simulated or on recorded trials. */
@NullMarked
package io.mindstream.lab.evaluation;

import org.jspecify.annotations.NullMarked;
