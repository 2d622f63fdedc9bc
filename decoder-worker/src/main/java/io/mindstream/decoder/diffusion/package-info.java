/**
 * The mathematics of sampling, in plain Java: noise schedule, timesteps, samplers (which return
 * coefficients, not tensors) and the noise source. What evaluates the network and applies the
 * coefficients is in {@code inference}.
 */
@NullMarked
package io.mindstream.decoder.diffusion;

import org.jspecify.annotations.NullMarked;
