/** From a trial's voxel vector to its image records. Knows nothing of Kafka. */
@NullMarked
package io.mindstream.decoder.worker;

import org.jspecify.annotations.NullMarked;
