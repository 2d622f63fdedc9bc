package io.mindstream.bridge.recorded;

import io.mindstream.imaging.bids.BidsException;
import io.mindstream.schemas.fmri.RunId;
import io.mindstream.storage.document.Documents;
import io.mindstream.storage.document.Software;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The files that a BIDS folder has once. A folder that an earlier export made is added to.
 *
 * @param root the folder
 */
record BidsFiles(Path root) {

  private static final String DESCRIPTION = "dataset_description.json";
  private static final String MAKER = "mindstream export";
  private static final String PARTICIPANTS = "participants.tsv";
  private static final String COLUMN = "participant_id";

  /**
   * Checks that the folder is new, empty, or of an earlier export.
   *
   * @throws BidsException where it is somebody else's
   */
  void requireOwn() throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> files = Files.list(root)) {
      Path description = root.resolve(DESCRIPTION);
      boolean own = Files.exists(description) && Files.readString(description).contains(MAKER);
      if (!own && files.findAny().isPresent()) {
        throw new BidsException(root, "is not empty, and no export made it; choose a new folder");
      }
    }
  }

  /** Where the functional files of a run lie. */
  Path func(RunId run) {
    Path subject = root.resolve("sub-" + run.subject());
    return run.session()
        .map(session -> subject.resolve("ses-" + session))
        .orElse(subject)
        .resolve("func");
  }

  /** Writes what is not there yet, and the subject of a run. */
  void describe(RunId run) throws IOException {
    Files.createDirectories(root);
    if (!Files.exists(root.resolve(DESCRIPTION))) {
      json(DESCRIPTION, description());
      Files.writeString(root.resolve("README"), readme());
    }
    participant("sub-" + run.subject());
  }

  /** Writes a JSON file below the root. */
  void json(String name, Object value) throws IOException {
    Files.write(root.resolve(name), Documents.write(value));
  }

  private void participant(String subject) throws IOException {
    Path file = root.resolve(PARTICIPANTS);
    List<String> lines =
        new ArrayList<>(Files.exists(file) ? Files.readAllLines(file) : List.of(COLUMN));
    if (!lines.contains(subject)) {
      lines.add(subject);
      Files.write(file, lines);
    }
  }

  private static Map<String, Object> description() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("Name", "Runs that Mindstream recorded");
    fields.put("BIDSVersion", "1.9.0");
    fields.put("DatasetType", "raw");
    fields.put("License", "n/a");
    fields.put("Authors", List.of("n/a"));
    fields.put("GeneratedBy", List.of(Map.of("Name", MAKER, "Version", Software.THIS.version())));
    return fields;
  }

  private static String readme() {
    return """
        Runs that Mindstream recorded while they were scanned, played or simulated, written by
        mindstream export. Volumes and events are those that went over the topics; nothing else
        of the scanner is known here. The header's start and the source are in derivatives.

        derivatives/mindstream holds what was decoded, and the mask of the voxels that were used.
        mindstream replay --source plays this folder again.
        """;
  }
}
