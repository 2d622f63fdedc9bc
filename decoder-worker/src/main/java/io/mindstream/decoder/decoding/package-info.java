/**
 * From a trial's voxel vector to its image records, with whichever family of models a bundle is of.
 * Knows nothing of Kafka, of networks, or of any family.
 */
@NullMarked
package io.mindstream.decoder.decoding;

import org.jspecify.annotations.NullMarked;
