package io.mindstream.sink.history;

import io.mindstream.schemas.fmri.RunId;
import io.mindstream.storage.RunKeys;
import io.mindstream.storage.StoredObject;
import io.mindstream.storage.TrialKeys;
import io.mindstream.storage.recording.RecordingIndex;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sorts keys of objects by run and trial; keys of another form are left out. */
final class StoreListing {

  private static final Pattern KEY =
      Pattern.compile(
          "(?<run>(?:%s|%s).+?)/(?:trial-(?<trial>\\d{4,9})/)?(?:revision-(?<revision>\\d{1,5})/)?(?<file>[^/]+)"
              .formatted(RunKeys.DERIVATIVES, RunKeys.RECORDINGS));

  private static final Pattern SAMPLE = Pattern.compile("sample-(\\d{1,4})\\.png");

  private final Map<String, Parts> runs = new HashMap<>();
  private final Map<String, String> idsByFolder = new HashMap<>();

  private StoreListing() {}

  /** By run id. */
  static Map<String, StoredRun> of(List<StoredObject> objects) {
    StoreListing listing = new StoreListing();
    objects.forEach(listing::add);
    Map<String, StoredRun> sorted = new HashMap<>();
    listing.runs.forEach((run, parts) -> sorted.put(run, parts.run()));
    return sorted;
  }

  private void add(StoredObject object) {
    Matcher matcher = KEY.matcher(object.key());
    if (!matcher.matches()) {
      return;
    }
    String run =
        idsByFolder.computeIfAbsent(
            matcher.group("run"), folder -> RunKeys.runOf(folder).map(RunId::toString).orElse(""));
    if (!run.isEmpty()) {
      Parts parts = runs.computeIfAbsent(run, any -> new Parts());
      String file = matcher.group("file");
      String trial = matcher.group("trial");
      if (trial == null) {
        parts.files.put(file, object.tag());
      } else {
        parts
            .trials
            .computeIfAbsent(Integer.valueOf(trial), any -> new TrialParts())
            .add(matcher.group("revision"), file);
      }
    }
  }

  private static final class Parts {
    private final Map<Integer, TrialParts> trials = new TreeMap<>();
    private final Map<String, String> files = new HashMap<>(); // with their tags

    StoredRun run() {
      TreeMap<Integer, StoredTrial> sorted = new TreeMap<>();
      trials.forEach((index, parts) -> sorted.put(index, parts.trial()));
      return new StoredRun(
          sorted,
          Optional.ofNullable(files.get(RunKeys.DOCUMENT)),
          files.containsKey(RunKeys.CONTACT_SHEET),
          files.containsKey(RecordingIndex.NAME));
    }
  }

  private static final class TrialParts {
    private final Map<Integer, Set<Integer>> samples = new HashMap<>();
    private final Set<Integer> documents = new HashSet<>();
    private boolean stimulus;

    void add(@Nullable String folder, String file) {
      int revision = folder == null ? 1 : Integer.parseInt(folder);
      Matcher sample = SAMPLE.matcher(file);
      if (sample.matches()) {
        samples
            .computeIfAbsent(revision, any -> new HashSet<>())
            .add(Integer.valueOf(sample.group(1)));
      }
      stimulus |= file.equals(TrialKeys.STIMULUS);
      if (file.equals(TrialKeys.DOCUMENT)) {
        documents.add(revision);
      }
    }

    StoredTrial trial() {
      return new StoredTrial(samples, stimulus, documents);
    }
  }
}
