package io.mindstream.preprocess.kafka;

import io.mindstream.preprocess.state.StoreCatalogue;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * State of a time when the scanner topics had another number of partitions. Kafka Streams refuses
 * to start on it, and whose runs it holds nobody can tell any more; so the stream begins without
 * it, as after an upgrade.
 */
final class OutgrownState {

  private static final Logger LOG = LoggerFactory.getLogger(OutgrownState.class);

  private OutgrownState() {}

  /**
   * Orders the deletion of the changelogs that have another number of partitions. Those of other
   * applications and of other formats are none of ours.
   *
   * @param present all topics that there are
   * @return false where there was none: then the stream may start
   * @throws ExecutionException where Kafka does not answer, or refuses
   */
  static boolean delete(Admin admin, Set<String> present, String applicationId, int partitions)
      throws InterruptedException, ExecutionException {
    Set<String> changelogs = new HashSet<>(StoreCatalogue.changelogs(applicationId));
    changelogs.retainAll(present);
    Set<String> outgrown =
        admin.describeTopics(changelogs).allTopicNames().get().values().stream()
            .filter(topic -> topic.partitions().size() != partitions)
            .map(topic -> topic.name())
            .collect(Collectors.toSet());
    if (!outgrown.isEmpty()) {
      LOG.warn(
          "the scanner topics have {} partitions, the state is of another number and is deleted"
              + " ({}); what is left of a run under way becomes dead letters until it is played"
              + " again",
          partitions,
          String.join(", ", outgrown));
      admin.deleteTopics(outgrown).all().get();
    }
    return !outgrown.isEmpty();
  }
}
