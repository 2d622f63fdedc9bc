package io.mindstream.bridge.kafka;

/**
 * A record of the bridge, ready to be sent.
 *
 * @param head what it is
 * @param value the Avro record in Confluent wire format; owned by this record
 */
@SuppressWarnings("ArrayRecordComponent") // Read where it is sent or written, compared nowhere.
public record Outgoing(RecordHead head, byte[] value) {}
