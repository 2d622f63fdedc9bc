package io.mindstream.bridge.spool;

import io.mindstream.bridge.kafka.Outgoing;
import java.time.Instant;

/**
 * A record that lies on disk.
 *
 * @param number its place in the order of all
 * @param sent true where Kafka has it
 * @param record with its value, but that of a volume or an event stays on disk and is empty here
 * @param takenAt when the feed told it
 * @param bytes of its file
 */
record StoredRecord(long number, boolean sent, Outgoing record, Instant takenAt, long bytes) {}
