package io.mindstream.standalone.training;

/**
 * A trial of a recorded run.
 *
 * @param run id of the run
 * @param type BIDS trial_type
 * @param vector (V) as in {@code decoder.voxel-vectors}; owned by this record
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RecordedTrial(String run, String type, float[] vector) {}
