/**
 * The signal of a run as it grows: causal denoising and the response to each single trial. Pure: no
 * I/O, no clock; the same volumes in the same order give the same bits.
 *
 * <p>Letters used throughout: V voxels of the ROI, M brain voxels outside it, P nuisance columns
 * (intercept, drift, motion, components), n volumes, t index of a volume, x a row of the design, y
 * the values of a voxel, rho the lag-1 autocorrelation of its noise.
 */
@NullMarked
package io.mindstream.preprocess.signal;

import org.jspecify.annotations.NullMarked;
