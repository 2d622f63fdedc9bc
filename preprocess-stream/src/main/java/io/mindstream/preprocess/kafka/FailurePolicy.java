package io.mindstream.preprocess.kafka;

import io.mindstream.preprocess.state.StoredStateException;
import io.mindstream.schemas.serde.RegistryUnavailableException;
import io.mindstream.schemas.topic.KafkaUnavailableException;
import io.mindstream.service.ServiceHealth;
import java.util.List;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.ProcessorStateException;

/**
 * What to do when a stream thread dies. What is down outside is waited for: the records that were
 * being processed are not committed and are read again. Anything else would fail again, so the
 * service gives up with the reason.
 */
final class FailurePolicy {

  private static final List<Class<? extends Throwable>> OUTSIDE =
      List.of(
          RegistryUnavailableException.class,
          KafkaUnavailableException.class,
          InvalidReplicationFactorException.class, // also while brokers are coming up
          RetriableException.class);

  /** Kafka Streams has no class of its own for it. */
  private static final String OTHER_PARTITIONS = "has invalid partitions";

  private FailurePolicy() {}

  /** {@code Waiting} where another try may help, else {@code Failed}. */
  static ServiceHealth judge(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      for (Class<? extends Throwable> outside : OUTSIDE) {
        if (outside.isInstance(cause)) {
          return new ServiceHealth.Waiting(text(cause));
        }
      }
    }
    return new ServiceHealth.Failed(reason(failure));
  }

  private static String reason(Throwable failure) {
    if (text(root(failure)).contains(OTHER_PARTITIONS)) {
      return "the scanner topics have more partitions than when the stream started; start it again ("
          + text(root(failure))
          + ")";
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof MissingSourceTopicException) {
        return text(cause) + "; " + RequiredTopics.REMEDY;
      }
      if (cause instanceof StoredStateException) {
        return text(cause);
      }
      if (cause instanceof ProcessorStateException) {
        return text(cause)
            + "; stop the service, delete the folder mindstream.preprocess.state-dir and start"
            + " again: the state is rebuilt from Kafka";
      }
    }
    return text(root(failure));
  }

  private static Throwable root(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null ? failure : root(cause);
  }

  private static String text(Throwable failure) {
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }
}
