package io.mindstream.bridge.kafka;

import io.micrometer.core.instrument.Timer;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * A record that was handed to Kafka's client.
 *
 * @param begun when it was
 * @param acknowledgement by the broker, sooner or later
 */
record OnTheWay(
    Outgoing record, String topic, Timer.Sample begun, Future<RecordMetadata> acknowledgement) {}
