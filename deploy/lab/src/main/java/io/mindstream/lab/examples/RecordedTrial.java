package io.mindstream.lab.examples;

/**
 * A trial of a recorded run. The pipeline's vector is causal; the standardised ones are not: of the
 * whole run, detrended and z-scored, for a linear classifier to compare with.
 *
 * @param run id of the run
 * @param type BIDS trial_type
 * @param vector (V) as in {@code decoder.voxel-vectors}; owned by this record
 * @param standardised (V) mean over the pipeline's default window, 5 s after the onset
 * @param standardisedInWindow (V) mean over the window of {@code vector}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RecordedTrial(
    String run, String type, float[] vector, float[] standardised, float[] standardisedInWindow) {}
