/** What is done to ROI voxels before they are averaged. Pure: no I/O, no clock. */
@NullMarked
package io.mindstream.preprocess.normalise;

import org.jspecify.annotations.NullMarked;
