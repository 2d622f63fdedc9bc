package io.mindstream.decoder.family;

import io.mindstream.decoder.bundle.ModelCard;
import io.mindstream.decoder.decoding.DecodedTrial;
import io.mindstream.decoder.decoding.DecodedTrial.Method;
import io.mindstream.decoder.decoding.DecoderFamily;
import io.mindstream.decoder.decoding.DeviceChoice;
import io.mindstream.decoder.decoding.NetworkSettings;
import io.mindstream.decoder.decoding.SamplingSettings;
import io.mindstream.decoder.decoding.StepListener;
import io.mindstream.decoder.decoding.TrialDecoder;
import io.mindstream.imaging.picture.RgbImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Paints a picture of one grey: the mean of the vector. */
public final class PlainColourFamily implements DecoderFamily {

  /** The family's name. */
  public static final String NAME = "plain-colour";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public TrialDecoder open(Path bundle, DeviceChoice device, NetworkSettings network) {
    return new Painter(ModelCard.read(bundle));
  }

  private record Painter(ModelCard card) implements TrialDecoder {

    @Override
    public String device() {
      return "cpu";
    }

    @Override
    public DecodedTrial decode(
        float[] roiVoxels, long[] seeds, SamplingSettings settings, StepListener listener) {
      List<RgbImage> images = Collections.nCopies(seeds.length, picture(roiVoxels));
      listener.step(1, 1, () -> images);
      return new DecodedTrial(images, new Method(NAME, 1, 1), 0, 0, 0);
    }

    @Override
    public void close() {}

    private static RgbImage picture(float[] roiVoxels) {
      double sum = 0;
      for (float value : roiVoxels) {
        sum += value;
      }
      byte[] rgb = new byte[3 * 4];
      Arrays.fill(rgb, (byte) Math.round(sum / roiVoxels.length));
      return new RgbImage(2, 2, rgb);
    }
  }
}
