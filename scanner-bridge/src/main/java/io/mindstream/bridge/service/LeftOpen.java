package io.mindstream.bridge.service;

import io.mindstream.bridge.kafka.PublishedRun;
import io.mindstream.bridge.source.OpenRun;
import io.mindstream.bridge.spool.SpooledRun;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topics;

/**
 * A run that a killed bridge left open.
 *
 * @param published as it appears in the topics
 * @param told what its feed had told
 * @param spooled what the spool has of it
 */
record LeftOpen(PublishedRun published, OpenRun told, SpooledRun spooled) {

  static LeftOpen of(SpooledRun spooled, SchemaRegistry registry, Topics topics) {
    PublishedRun published =
        PublishedRun.of(topics.runs().codec(registry).decode(spooled.started().value()));
    OpenRun told =
        new OpenRun(
            published.run(),
            topics.rois().codec(registry).decode(spooled.roi().value()),
            published.startedAt(),
            spooled.started().head().index(),
            spooled.volumes(),
            spooled.onsets(),
            spooled.lastTakenAt());
    return new LeftOpen(published, told, spooled);
  }
}
