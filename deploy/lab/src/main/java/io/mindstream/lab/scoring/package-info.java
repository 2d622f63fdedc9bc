/**
 * How good decoded pictures are: identification, pixels, structure, distributions; a linear
 * classifier to compare with; contact sheets. Pure: arrays and pictures in, numbers and pictures
 * out.
 */
@NullMarked
package io.mindstream.lab.scoring;

import org.jspecify.annotations.NullMarked;
