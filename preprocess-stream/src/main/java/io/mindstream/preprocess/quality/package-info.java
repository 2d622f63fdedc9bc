/** How good a run's data are, volume by volume. Pure: no I/O, no clock. */
@NullMarked
package io.mindstream.preprocess.quality;

import org.jspecify.annotations.NullMarked;
