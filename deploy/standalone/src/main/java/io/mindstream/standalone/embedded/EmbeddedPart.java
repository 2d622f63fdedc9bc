package io.mindstream.standalone.embedded;

/** A part that was started here and must be closed. */
public sealed interface EmbeddedPart extends AutoCloseable
    permits EmbeddedKafka, EmbeddedRegistry, EmbeddedObjectStore {

  /** Where clients reach it: host:port of Kafka, a URL of the others. */
  String address();

  /** Stops it, in bounded time; its data stay. */
  @Override
  void close();
}
