/** The simulated subject: drawn stimuli, an encoding model from pictures to voxels, BOLD noise. */
@NullMarked
package io.mindstream.bridge.simulation;

import org.jspecify.annotations.NullMarked;
