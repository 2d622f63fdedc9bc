package io.mindstream.decoder.diffusion;

import io.mindstream.schemas.checksum.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The seed of a sample's noise: the same sample of the same trial always begins at one point. */
public final class NoiseSeed {

  private NoiseSeed() {}

  /**
   * The first eight bytes, big-endian, of the SHA-256 of the UTF-8 text {@code
   * RUN|TRIAL|SAMPLE|MODEL} (numbers in decimal).
   *
   * @param runId text of the run's id
   * @param trialIndex position among the run's trials, from 0
   * @param sample position among the trial's samples, from 0
   * @param modelId id of the model bundle
   */
  public static long of(String runId, int trialIndex, int sample, String modelId) {
    String text = runId + "|" + trialIndex + "|" + sample + "|" + modelId;
    byte[] digest = Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.wrap(digest).getLong();
  }
}
