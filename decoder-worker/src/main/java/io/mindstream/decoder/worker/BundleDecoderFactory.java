package io.mindstream.decoder.worker;

import io.mindstream.decoder.bundle.BundleException;
import io.mindstream.decoder.bundle.ModelBundle;
import io.mindstream.decoder.inference.BrainDecoder;
import io.mindstream.decoder.inference.DeviceChoice;
import io.mindstream.decoder.inference.Precision;
import io.mindstream.decoder.inference.TrialDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Loads the model of a bundle. */
public final class BundleDecoderFactory implements DecoderFactory {

  private static final String HOW_TO_GET_ONE =
      """
      Make one with random weights (its pictures are noise): mindstream model random --like tiny --voxels N --out BUNDLE
      or bring a trained one:                                mindstream model import --checkpoint finetuned.pth --out BUNDLE
      then start the worker with                             -mindstream.decoder.bundle=BUNDLE""";

  private final @Nullable Path bundle;
  private final Precision precision;

  /**
   * A factory over a bundle that need not exist yet.
   *
   * @param bundle the bundle's folder, null where none is configured
   * @param precision of the network's arithmetic
   */
  public BundleDecoderFactory(@Nullable Path bundle, Precision precision) {
    this.bundle = bundle;
    this.precision = precision;
  }

  @Override
  public TrialDecoder open(DeviceChoice device) {
    try (ModelBundle opened = ModelBundle.open(existingBundle())) {
      return BrainDecoder.load(opened, device, precision);
    }
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
