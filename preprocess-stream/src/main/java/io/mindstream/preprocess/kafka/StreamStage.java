package io.mindstream.preprocess.kafka;

import io.mindstream.service.ServiceHealth;

/** What a started service is doing now: looking at the topics, then streaming. */
sealed interface StreamStage extends AutoCloseable permits RequiredTopics, StreamsRunner {

  /** How it goes. */
  ServiceHealth health();

  /** Ends it and releases everything. May be called from any thread, at any moment. */
  @Override
  void close();
}
