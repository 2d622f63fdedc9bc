/** Volumes, events and ROI masks to one voxel vector a trial. Start at {@code Application}. */
@NullMarked
package io.mindstream.preprocess;

import org.jspecify.annotations.NullMarked;
