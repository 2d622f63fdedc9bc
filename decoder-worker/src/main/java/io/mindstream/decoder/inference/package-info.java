/**
 * One trial's voxels to images: the part of the decoder that the worker, the command line and the
 * trainer's validation share.
 */
@NullMarked
package io.mindstream.decoder.inference;

import org.jspecify.annotations.NullMarked;
