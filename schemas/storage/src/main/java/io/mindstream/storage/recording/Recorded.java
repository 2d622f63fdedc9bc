package io.mindstream.storage.recording;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record out of a recording.
 *
 * @param place where it lay
 * @param at its time in Kafka
 * @param key its key
 * @param value its value
 * @param <T> the generated Avro record
 */
public record Recorded<T extends SpecificRecord>(
    RecordPlace place, Instant at, @Nullable String key, T value) {}
