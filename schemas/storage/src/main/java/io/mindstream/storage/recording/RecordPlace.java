package io.mindstream.storage.recording;

/**
 * Where a record lies in Kafka; no two records have the same.
 *
 * @param topicId Kafka's id of the topic: another one where a topic was deleted and made anew
 * @param partition partition
 * @param offset offset
 */
public record RecordPlace(String topicId, int partition, long offset) {}
