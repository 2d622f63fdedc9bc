package io.mindstream.decoder.worker;

import io.mindstream.decoder.bundle.BundleException;
import io.mindstream.decoder.bundle.ModelBundle;
import io.mindstream.decoder.inference.BrainDecoder;
import io.mindstream.decoder.inference.DeviceChoice;
import io.mindstream.decoder.inference.Precision;
import io.mindstream.decoder.inference.TrialDecoder;
import io.mindstream.decoder.network.ArchiveCache;
import io.mindstream.decoder.network.TorchThreads;
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
  private final int threads;
  private final ArchiveCache cache;

  /**
   * A factory over a bundle that need not exist yet.
   *
   * @param bundle the bundle's folder, null where none is configured
   * @param precision of the network's arithmetic
   * @param threads CPU threads of the network; 0 for one a core, or one where it is small
   * @param cacheDir where the network's archive is kept, null for the usual place
   */
  public BundleDecoderFactory(
      @Nullable Path bundle, Precision precision, int threads, @Nullable Path cacheDir) {
    this.bundle = bundle;
    this.precision = precision;
    this.threads = threads;
    this.cache = cacheDir == null ? ArchiveCache.usual() : new ArchiveCache(cacheDir);
  }

  @Override
  public TrialDecoder open(DeviceChoice device) {
    try (ModelBundle opened = ModelBundle.open(existingBundle())) {
      TorchThreads.useFor(opened.weights(), threads);
      BrainDecoder decoder = BrainDecoder.load(opened, device, precision, cache);
      decoder.warmUp();
      return decoder;
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
