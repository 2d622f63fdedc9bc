/** The decoder worker: voxel vectors to images, as a process of its own. */
@NullMarked
package io.mindstream.decoder;

import org.jspecify.annotations.NullMarked;
