/**
 * The MinD-Vis family of decoders: voxels through the fMRI encoder to a context, noise through the
 * denoising UNet to a latent, the latent to a picture. The command line, the trainer's validation
 * and the benchmarks use its stages one by one.
 */
@NullMarked
package io.mindstream.decoder.mindvis;

import org.jspecify.annotations.NullMarked;
