package io.mindstream.standalone.cli;

import io.mindstream.standalone.pipeline.StandaloneSettings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A region that was published before, to be decoded instead of the source's own. */
final class RegionOptions {

  /** Names the region for what the pipeline's own bridge plays. */
  static final String SETTING = "mindstream.bridge.roi";

  @Option(
      names = "--roi",
      paramLabel = "ID",
      description =
          "The region to decode, by the id that mindstream roi publish gave it, in this --data or"
              + " --kafka (default: the source's own, by mask or threshold). Needs a --model of its"
              + " voxels.")
  private @Nullable String roi;

  Optional<String> roi() {
    return Optional.ofNullable(roi);
  }

  /** The settings with this region, for what the pipeline's own bridge plays. */
  StandaloneSettings apply(StandaloneSettings settings) {
    return roi == null ? settings : settings.with(SETTING, roi);
  }

  /**
   * Refuses what can't be decoded.
   *
   * @param masked whether a mask names voxels as well
   * @param modelled whether a model is named
   * @param kept whether topics of before are there
   * @throws IllegalArgumentException which says what to give
   */
  void require(boolean masked, boolean modelled, boolean kept) {
    if (roi == null) {
      return;
    }
    if (masked) {
      throw new IllegalArgumentException(
          "--roi " + roi + " and --mask both name voxels; give one of them");
    }
    if (!modelled) {
      throw new IllegalArgumentException(
          "--roi " + roi + " needs --model BUNDLE, a model that knows its voxels");
    }
    if (!kept) {
      throw new IllegalArgumentException(
          "--roi "
              + roi
              + " needs --data DIR or --kafka HOST:PORT, where mindstream roi publish put the"
              + " region: without them --once begins with empty topics");
    }
  }
}
