package io.mindstream.standalone.cli;

import io.mindstream.imaging.roi.MaskFile;
import io.mindstream.service.DataPath;
import io.mindstream.standalone.pipeline.PipelineSession;
import io.mindstream.standalone.pipeline.StandalonePipeline;
import io.mindstream.standalone.pipeline.StandaloneSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A demo without the simulator: the pipeline waits for a scanner.
 *
 * @param decoder its model and sampler
 * @param options its servers and folders
 * @param scanner where the scanner sends to
 * @param published the region to decode, where it was published before
 * @param mask the voxels to decode; without one, or a region, the first volume's brightest
 */
record ScannerDemo(
    DecoderOptions decoder,
    StandaloneOptions options,
    ScannerDoor scanner,
    RegionOptions published,
    Optional<Path> mask) {

  /** As many as the demo's own model has. */
  private static final int VOXELS = 512;

  /** Waits for runs, until Ctrl-C. */
  void run(Console console) throws Exception {
    scanner.openUsual();
    ModelRegion known = ModelRegion.of(decoder, published.roi().isPresent() || mask.isPresent());
    Path data = options.data().orElseGet(DataPath::standard);
    try (PipelineSession session = new PipelineSession(data, false)) {
      int voxels = mask.map(this::voxels).orElse(VOXELS);
      DemoModel model = DemoModel.forScanner(decoder.model(), voxels, data);
      model.describe().forEach(console::say);
      console.say("starting; the log is " + session.log());
      StandalonePipeline pipeline =
          session.start(scanner.apply(known.apply(settings(model, data)), region(model)));
      new Whereabouts(pipeline).dashboard(console);
      known.publish(pipeline, console);
      scanner.describe().forEach(console::say);
      console.say("waiting for volumes; Ctrl-C stops");
      new ServiceWatch(console).watch(pipeline);
    }
  }

  /** One model decodes for all scanners. */
  private int voxels(Path file) {
    List<Integer> counts =
        scanner.masks(file).stream()
            .map(its -> MaskFile.read(its).voxels().cardinality())
            .distinct()
            .toList();
    if (counts.size() > 1) {
      throw new IllegalArgumentException(
          "the masks %s have %s voxels, and a model takes one number of them; start a demo for each"
              .formatted(scanner.masks(file), counts));
    }
    return counts.get(0);
  }

  private StandaloneSettings settings(DemoModel model, Path data) {
    return model.apply(decoder.apply(published.apply(options.settings(data))));
  }

  private Map<String, Object> region(DemoModel model) {
    Map<String, Object> region = new HashMap<>();
    mask.ifPresent(file -> region.put("mask", file.toAbsolutePath().toString()));
    if (mask.isEmpty() && !model.trained()) {
      region.put("roi-voxels", VOXELS);
    }
    return region;
  }
}
