package io.mindstream.storage.recording;

import java.util.Locale;

/**
 * Names a part by its first record, so that a recorder that begins anew at the same record writes
 * the same object again.
 *
 * @param topic name of the topic
 * @param first place of the part's first record
 */
public record PartId(String topic, RecordPlace first) {

  /** The part's name below the recording's folder. */
  public String name() {
    return String.format(
        Locale.ROOT,
        "%s/%s-%d-%020d.avro",
        topic,
        first.topicId(),
        first.partition(),
        first.offset());
  }
}
