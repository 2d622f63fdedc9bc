package io.mindstream.decoder.mindvis;

import io.mindstream.decoder.bundle.ModelBundle;
import io.mindstream.decoder.bundle.ModelCard;
import io.mindstream.decoder.decoding.DecoderFamily;
import io.mindstream.decoder.decoding.DeviceChoice;
import io.mindstream.decoder.decoding.NetworkSettings;
import io.mindstream.decoder.decoding.TrialDecoder;
import io.mindstream.decoder.network.ArchiveCache;
import io.mindstream.decoder.network.TorchThreads;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Masked brain modelling and a latent diffusion model (arXiv 2211.06956), run by PyTorch. */
public final class MindVisFamily implements DecoderFamily {

  /** For the service loader. */
  public MindVisFamily() {}

  @Override
  public String name() {
    return ModelCard.MIND_VIS;
  }

  @Override
  public TrialDecoder open(Path folder, DeviceChoice device, NetworkSettings network) {
    try (ModelBundle bundle = ModelBundle.open(folder)) {
      TorchThreads.useFor(bundle.weights(), network.threads());
      BrainDecoder decoder =
          BrainDecoder.load(bundle, device, network.precision(), cache(network.cacheDir()));
      return warm(decoder);
    }
  }

  /** What does not get warm, for want of memory or since nobody wants it any more, is closed. */
  private static TrialDecoder warm(BrainDecoder decoder) {
    boolean warm = false;
    try {
      decoder.warmUp();
      warm = true;
      return decoder;
    } finally {
      if (!warm) {
        decoder.close();
      }
    }
  }

  private static ArchiveCache cache(@Nullable Path folder) {
    return folder == null ? ArchiveCache.usual() : new ArchiveCache(folder);
  }
}
