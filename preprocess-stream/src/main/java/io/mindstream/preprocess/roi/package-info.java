/** Which voxels of a volume are kept. Pure: no I/O, no clock. */
@NullMarked
package io.mindstream.preprocess.roi;

import org.jspecify.annotations.NullMarked;
