package io.mindstream.standalone.cli;

import io.mindstream.bridge.source.Feed;
import io.mindstream.decoder.bundle.ModelCard;
import io.mindstream.decoder.bundle.RandomBundle;
import io.mindstream.decoder.model.ModelSize;
import io.mindstream.standalone.demo.BundledModel;
import io.mindstream.standalone.pipeline.StandaloneSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The model bundle of a demo: the one that was given, or the one that comes with the program where
 * it knows the feed's voxels, or one made on the fly with random weights.
 *
 * @param folder the bundle
 * @param id its id
 * @param trained false where the pictures can only be noise
 */
record DemoModel(Path folder, String id, boolean trained) {

  private static final ModelSize LIKE = ModelSize.TINY;
  private static final long SEED = 1;

  static DemoModel choose(Optional<Path> given, Feed feed, Path data) {
    return open(given.or(() -> bundled(feed)).orElseGet(() -> random(feed, data)));
  }

  /** For a scanner: the one that was given, or one of so many voxels. */
  static DemoModel forScanner(Optional<Path> given, int voxels, Path data) {
    return open(given.orElseGet(() -> random(voxels, null, data)));
  }

  StandaloneSettings apply(StandaloneSettings settings) {
    return settings.withModel(folder);
  }

  List<String> describe() {
    String line = "model      " + id + " (" + folder + ")";
    return trained
        ? List.of(line)
        : List.of(
            line,
            "           @|yellow untrained|@: random weights, so the pictures are noise; give a"
                + " trained one by --model BUNDLE");
  }

  private static DemoModel open(Path folder) {
    ModelCard model = ModelCard.read(folder);
    return new DemoModel(folder, model.id(), model.trained());
  }

  /** A subject's model is of no use for another one: the voxels must be the very same. */
  private static Optional<Path> bundled(Feed feed) {
    Path folder = BundledModel.folder();
    if (!Files.isRegularFile(folder.resolve("bundle.json"))) {
      return Optional.empty();
    }
    boolean known = feed.roi().getRoiId().equals(ModelCard.read(folder).roiId());
    return known ? Optional.of(folder) : Optional.empty();
  }

  /** One for the ROI's voxels; kept with the data, since the same ROI comes again. */
  private static Path random(Feed feed, Path data) {
    return random(feed.roi().getIndices().size(), feed.roi().getRoiId(), data);
  }

  private static Path random(int voxels, @Nullable String roiId, Path data) {
    Path folder = data.resolve("models").resolve("random-tiny-" + voxels);
    if (!Files.exists(folder)) {
      RandomBundle.create(LIKE, voxels, SEED, roiId, folder);
    }
    return folder;
  }
}
