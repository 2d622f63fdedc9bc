package io.mindstream.decoder.decoding;

import io.mindstream.decoder.diffusion.DdimSampler;
import io.mindstream.decoder.diffusion.DpmSolverPlusPlus2M;
import io.mindstream.decoder.diffusion.PlmsSampler;
import io.mindstream.decoder.diffusion.Sampler;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The samplers that can be asked for by name. */
public enum SamplerKind {
  /** Pseudo linear multistep: what the released evaluation uses, with 250 steps. */
  PLMS,
  /** Denoising diffusion implicit model, eta 0. */
  DDIM,
  /** DPM-Solver++ (2M): good from 20 steps on. */
  DPMPP;

  /** The mathematics behind the name. */
  public Sampler sampler() {
    return switch (this) {
      case PLMS -> new PlmsSampler();
      case DDIM -> new DdimSampler();
      case DPMPP -> new DpmSolverPlusPlus2M();
    };
  }

  /**
   * Reads a name, in any case.
   *
   * @throws IllegalArgumentException where there is no such sampler; the message lists those there
   *     are
   */
  public static SamplerKind parse(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no sampler '" + name + "'; choose one of " + names()));
  }

  private static String names() {
    return Arrays.stream(values()).map(SamplerKind::toString).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
