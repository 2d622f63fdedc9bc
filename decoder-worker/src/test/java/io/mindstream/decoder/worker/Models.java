package io.mindstream.decoder.worker;

import io.mindstream.decoder.bundle.BundleDescription;
import io.mindstream.decoder.bundle.FmriStatistics;
import io.mindstream.decoder.bundle.SamplingDefaults;
import io.mindstream.decoder.diffusion.Prediction;
import io.mindstream.decoder.model.Architecture;
import java.util.List;
import java.util.Set;

/** Descriptions of models for tests. */
public final class Models {

  private Models() {}

  /** A model with random weights. */
  public static BundleDescription untrained(String id) {
    return new BundleDescription(
        id,
        false,
        "made for a test",
        architecture(),
        new FmriStatistics.Own(),
        null,
        null,
        null,
        BundleDescription.RELEASED_T,
        BundleDescription.RELEASED_BETA_START,
        BundleDescription.RELEASED_BETA_END,
        Prediction.NOISE,
        SamplingDefaults.RELEASED,
        "0".repeat(64));
  }

  private static Architecture architecture() {
    return new Architecture(
        new Architecture.Encoder(2, 4, 8, 1, 2, 16, true, 1, 8),
        new Architecture.Unet(3, 3, 32, List.of(1), 1, Set.of(1), 1, 1, true, 4, 4),
        new Architecture.LatentDecoder(3, 3, 16, 32, List.of(1), 1, Set.of(), 3));
  }
}
