package io.mindstream.decoder.family;

import io.mindstream.decoder.decoding.DecoderFamily;
import io.mindstream.decoder.decoding.DeviceChoice;
import io.mindstream.decoder.decoding.NetworkSettings;
import io.mindstream.decoder.decoding.TrialDecoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Models that load for ever, and no interrupt ends it: as native code does that takes long. */
public final class NeverLoadedFamily implements DecoderFamily {

  /** The family's name. */
  public static final String NAME = "never-loaded";

  /** A file in the bundle's folder that is made when the load begins. */
  public static final String BEGUN = "load-begun";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public TrialDecoder open(Path bundle, DeviceChoice device, NetworkSettings network) {
    try {
      Files.createFile(bundle.resolve(BEGUN));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    while (true) {
      Thread.onSpinWait();
    }
  }
}
