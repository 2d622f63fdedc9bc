package io.mindstream.decoder.decoding;

import io.mindstream.decoder.bundle.BundleException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Loads the model of a bundle, whatever its family.
 *
 * @param bundle the bundle's folder, which need not exist yet; null where none is configured
 * @param network how the model's network is run
 */
public record BundleDecoderFactory(@Nullable Path bundle, NetworkSettings network)
    implements DecoderFactory {

  private static final String HOW_TO_GET_ONE =
      """
      Make one with random weights (its pictures are noise): mindstream model random --like tiny --voxels N --out BUNDLE
      or bring a trained one:                                mindstream model import --checkpoint finetuned.pth --out BUNDLE
      then start the worker with                             -mindstream.decoder.bundle=BUNDLE""";

  @Override
  public TrialDecoder open(DeviceChoice device) {
    return DecoderFamilies.open(existingBundle(), device, network);
  }

  private Path existingBundle() {
    if (bundle == null) {
      throw missing("The decoder has no model: mindstream.decoder.bundle is not set.");
    }
    if (!Files.isDirectory(bundle)) {
      throw missing("The decoder has no model: there is no bundle at " + bundle + ".");
    }
    return bundle;
  }

  private static BundleException missing(String what) {
    return new BundleException(what + "\n" + HOW_TO_GET_ONE);
  }
}
