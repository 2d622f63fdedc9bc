package io.mindstream.lab.examples;

import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.preprocess.trial.TrialWindow;

/**
 * A trial with its vector.
 *
 * @param run id of its run
 * @param event what was shown, and when
 * @param window the volumes that it is made of
 * @param volumesUsed how many of them could be used
 * @param values (V) one a ROI voxel, as in {@code decoder.voxel-vectors}; owned by this record
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RecordedVector(
    String run, FeedMessage.Event event, TrialWindow window, int volumesUsed, float[] values) {}
