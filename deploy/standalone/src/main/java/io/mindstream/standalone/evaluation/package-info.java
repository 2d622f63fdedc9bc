/** The command that evaluates a model, on simulated or on recorded trials. */
@NullMarked
package io.mindstream.standalone.evaluation;

import org.jspecify.annotations.NullMarked;
