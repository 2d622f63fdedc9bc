package io.mindstream.bridge.cli;

import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Decodes a run with a model bundle while the run is replayed. The bridge knows no decoder; a
 * program that has one gives it to {@link ReplayCommand}.
 */
public interface BundleDecoding {

  /** For a program without a decoder: a model is named by its id alone. */
  BundleDecoding NONE =
      new BundleDecoding() {
        @Override
        public Optional<String> idOf(String model) {
          return Optional.empty();
        }

        @Override
        public Work begin(Job job) {
          throw new IllegalArgumentException(
              "this program decodes nothing; name a model by its id");
        }
      };

  /**
   * The id of the model in a bundle's folder; empty where the text is no folder, but an id.
   *
   * @throws RuntimeException where the folder holds no bundle; the message says what to do
   */
  Optional<String> idOf(String model);

  /** Starts a worker with the bundle; returns once it takes vectors. */
  Work begin(Job job);

  /**
   * What is to be decoded.
   *
   * @param bundle folder of the bundle
   * @param run text of the id that the run is played under
   * @param say hears lines for people
   */
  record Job(
      String bundle,
      String run,
      KafkaSettings kafka,
      SchemaRegistry registry,
      Consumer<String> say) {}

  /** A worker that runs; closing ends it. */
  interface Work extends AutoCloseable {

    /**
     * Waits until every published trial has its pictures, or is known not to get them; says how
     * many came.
     *
     * @return whether all came
     */
    boolean finish() throws InterruptedException;

    @Override
    void close();
  }
}
