package io.mindstream.sink.run;

import io.mindstream.service.NewestEntries;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.RunKeys;
import io.mindstream.storage.StoredObject;
import io.mindstream.storage.TrialKeys;
import io.mindstream.storage.document.Documents;
import io.mindstream.storage.document.TrialDocument;
import io.mindstream.storage.document.TrialRevisions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The trials of a run as the store has them, each by its newest answer. What did not change since
 * it was last asked for is not read again. Not for several threads.
 */
final class TrialSummaries {

  private static final int KEPT = 1_000;

  private record Known(String tags, Optional<TrialSummary> trial) {}

  private final ObjectStore store;
  private final Map<String, Known> known = NewestEntries.byPut(KEPT);

  TrialSummaries(ObjectStore store) {
    this.store = store;
  }

  /**
   * All stored trials of a run, by index.
   *
   * @throws io.mindstream.storage.StoreUnavailableException where the store does not answer
   */
  List<TrialSummary> of(RunKeys run) {
    int prefix = run.results().length();
    Map<String, List<StoredObject>> folders =
        store.objects(run.results() + "trial-").stream()
            .collect(
                Collectors.groupingBy(
                    object -> object.key().substring(0, object.key().indexOf('/', prefix) + 1)));
    return folders.entrySet().stream()
        .flatMap(folder -> trial(folder.getKey(), folder.getValue()).stream())
        .sorted(Comparator.comparingInt(trial -> trial.line().index()))
        .toList();
  }

  private Optional<TrialSummary> trial(String folder, List<StoredObject> objects) {
    String tags = objects.stream().map(StoredObject::tag).collect(Collectors.joining());
    Known before = known.get(folder);
    if (before != null && before.tags().equals(tags)) {
      return before.trial();
    }
    Optional<TrialSummary> trial =
        answers(objects).shown().map(document -> TrialSummary.of(document, store));
    known.put(folder, new Known(tags, trial));
    return trial;
  }

  private TrialRevisions answers(List<StoredObject> objects) {
    return TrialRevisions.of(
        objects.stream()
            .map(StoredObject::key)
            .filter(key -> key.endsWith("/" + TrialKeys.DOCUMENT))
            .flatMap(key -> Documents.find(store, key, TrialDocument.class).stream())
            .toList());
  }
}
