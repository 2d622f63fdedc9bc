package io.mindstream.decoder.kafka;

import io.mindstream.decoder.worker.TrialWorker;
import io.mindstream.schemas.avro.VoxelVector;
import io.mindstream.schemas.serde.AvroCodec;

/**
 * What one loop does, whatever the session.
 *
 * @param topic where vectors come from
 * @param codec bytes of vectors
 * @param worker decodes them; used on the device's thread alone
 * @param device the thread that decodes
 * @param records what is written for each
 */
record LoopWork(
    String topic,
    AvroCodec<VoxelVector> codec,
    TrialWorker worker,
    DeviceThread device,
    OutcomeRecords records) {}
