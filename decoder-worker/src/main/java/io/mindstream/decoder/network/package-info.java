/**
 * The network as a TorchScript archive: source text from resources, wiring from the sizes, tensors
 * from the bundle; written by Java, run by DJL.
 */
@NullMarked
package io.mindstream.decoder.network;

import org.jspecify.annotations.NullMarked;
