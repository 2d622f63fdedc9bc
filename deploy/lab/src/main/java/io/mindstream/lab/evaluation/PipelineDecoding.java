package io.mindstream.lab.evaluation;

import io.mindstream.bridge.service.PlaybackOptions;
import io.mindstream.bridge.source.Feed;
import io.mindstream.bridge.source.Speed;
import io.mindstream.decoder.decoding.DecodeSettings;
import io.mindstream.decoder.decoding.SamplingSettings;
import io.mindstream.imaging.picture.RgbImage;
import io.mindstream.lab.evaluation.DecodedSession.DecodedTrial;
import io.mindstream.schemas.avro.VoxelVector;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.service.cli.Terminal;
import io.mindstream.standalone.demo.DemoSession;
import io.mindstream.standalone.demo.SessionProgress;
import io.mindstream.standalone.demo.SessionSummary;
import io.mindstream.standalone.kafka.VectorFollower;
import io.mindstream.standalone.pipeline.PipelineSession;
import io.mindstream.standalone.pipeline.StandalonePipeline;
import io.mindstream.standalone.pipeline.StandaloneSettings;
import io.mindstream.standalone.pipeline.TemporaryFolder;
import io.mindstream.standalone.pipeline.VectorRecipe;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.TrialKeys;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decodes runs as they are decoded live: a whole pipeline in this process, on topics of its own in
 * a temporary folder; the runs are replayed as fast as they go, and the pictures are taken from the
 * object store.
 *
 * @param model folder of the bundle
 * @param recipe how its vectors are made
 * @param decoding sampler and number of pictures
 */
public record PipelineDecoding(Path model, VectorRecipe recipe, DecodeSettings decoding) {

  /** Plays a feed through a pipeline that is started for it and stopped after it. */
  DecodedSession decode(Feed feed, PrintWriter err) throws IOException, InterruptedException {
    Path data = TemporaryFolder.create().path();
    try (PipelineSession session = new PipelineSession(data, true)) {
      StandalonePipeline pipeline = session.start(settings(data));
      try (SessionProgress progress = progress(feed, err);
          VectorFollower vectors = VectorFollower.of(pipeline)) {
        SessionSummary summary =
            new DemoSession(pipeline, progress).play(feed, PlaybackOptions.at(Speed.MAX), true);
        return gather(vectors.vectors(), pipeline.bean(ObjectStore.class), feed, summary);
      }
    }
  }

  private StandaloneSettings settings(Path data) {
    SamplingSettings sampling = decoding.sampling();
    StandaloneSettings settings =
        StandaloneSettings.embedded(data)
            .with("mindstream.decoder.bundle", model.toAbsolutePath().toString())
            .with("mindstream.decoder.sampler", sampling.sampler().toString())
            .with("mindstream.decoder.steps", sampling.steps())
            .with("mindstream.decoder.samples", decoding.samples())
            .with(recipe.settings());
    return sampling.guidance().isEmpty()
        ? settings
        : settings.with("mindstream.decoder.guidance", sampling.guidance().getAsDouble());
  }

  private static SessionProgress progress(Feed feed, PrintWriter err) {
    return SessionProgress.of(Terminal.isWatched(), err, feed.expectedVolumes());
  }

  private DecodedSession gather(
      List<VoxelVector> vectors, ObjectStore store, Feed feed, SessionSummary summary)
      throws IOException {
    List<DecodedTrial> trials = new ArrayList<>();
    for (VoxelVector vector : vectors) {
      List<RgbImage> pictures = pictures(vector, store);
      if (pictures.size() == decoding.samples()) {
        trials.add(new DecodedTrial(vector, pictures));
      }
    }
    List<String> problems = new ArrayList<>(feed.problems());
    problems.addAll(summary.problems());
    int missing = feed.expectedTrials() - trials.size();
    if (missing > 0) {
      problems.add(missing + " of " + feed.expectedTrials() + " trials were not decoded");
    }
    return new DecodedSession(trials, problems);
  }

  private List<RgbImage> pictures(VoxelVector vector, ObjectStore store) throws IOException {
    TrialKey trial = new TrialKey(vector.getRunId(), vector.getTrialIndex());
    TrialKeys keys = new TrialKeys(trial, vector.getRevision());
    List<RgbImage> pictures = new ArrayList<>();
    for (int sample = 0; sample < decoding.samples(); sample++) {
      Optional<byte[]> png = store.get(keys.image(sample));
      if (png.isPresent()) {
        pictures.add(RgbImage.read(png.get()));
      }
    }
    return pictures;
  }
}
