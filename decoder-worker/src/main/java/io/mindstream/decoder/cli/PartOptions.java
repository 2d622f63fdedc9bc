package io.mindstream.decoder.cli;

import io.mindstream.decoder.array.FloatArray;
import io.mindstream.decoder.array.UnusableArrayException;
import io.mindstream.decoder.mindvis.BrainDecoder;
import io.mindstream.decoder.model.Architecture;
import io.mindstream.imaging.picture.RgbImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** One part of the network alone, on arrays from files. */
final class PartOptions {

  @Option(
      names = "--unet-x",
      paramLabel = "FILE.npy",
      description = "Noisy latents (B, C, h, w) for the noise predictor alone.")
  private @Nullable Path unetX;

  @Option(names = "--unet-t", paramLabel = "FILE.npy", description = "Their timesteps (B) or (1).")
  private @Nullable Path unetT;

  @Option(
      names = "--context",
      paramLabel = "FILE.npy",
      description = "Their context (B, T, D) or (1, T, D).")
  private @Nullable Path context;

  @Option(
      names = "--latents",
      paramLabel = "FILE.npy",
      description = "Latents (B, C, h, w) for the latent decoder alone.")
  private @Nullable Path latents;

  boolean given() {
    return unetX != null || latents != null;
  }

  /** Checks that the options that need each other are together. */
  void requireWhole(CommandLine command) {
    long unet = Stream.of(unetX, unetT, context).filter(Objects::nonNull).count();
    if (unet % 3 != 0) {
      throw new ParameterException(
          command, "--unet-x, --unet-t and --context only work together; give all three");
    }
    if (unet == 3 && latents != null) {
      throw new ParameterException(command, "give --latents or --unet-x, not both");
    }
  }

  void run(BrainDecoder decoder, Path out) throws IOException {
    if (latents == null) {
      predictNoise(decoder, out);
    } else {
      decodeLatents(decoder, latents, out);
    }
  }

  private void predictNoise(BrainDecoder decoder, Path out) throws IOException {
    Architecture sizes = decoder.model().architecture();
    Path noisy = Objects.requireNonNull(unetX, "unetX");
    FloatArray x = latents(noisy, sizes.unet().inChannels());
    ArrayFiles.requireUnetSize(noisy, x, sizes.unet());
    FloatArray c =
        ArrayFiles.read(
            Objects.requireNonNull(context, "context"),
            "(B or 1, T, D)",
            ArrayFiles.ANY,
            sizes.encoder().contextTokens(),
            sizes.encoder().contextWidth());
    Path steps = Objects.requireNonNull(unetT, "unetT");
    long[] t = ArrayFiles.readTimesteps(steps, decoder.model().T() - 1L);
    requireBatch(x.shape()[0], t.length, steps);
    requireBatch(x.shape()[0], c.shape()[0], Objects.requireNonNull(context, "context"));
    ArrayFiles.write(out.resolve("unet_eps.npy"), decoder.stages().eps(x, t, c));
  }

  private static void decodeLatents(BrainDecoder decoder, Path file, Path out) throws IOException {
    FloatArray z = latents(file, decoder.model().architecture().latentDecoder().embedChannels());
    FloatArray pictures = decoder.stages().decode(z);
    ArrayFiles.write(out.resolve("images.npy"), pictures);
    List<RgbImage> images = BrainDecoder.images(pictures);
    for (int i = 0; i < images.size(); i++) {
      String name = String.format(Locale.ROOT, "latent-%04d.png", i);
      Files.write(out.resolve(name), images.get(i).png());
    }
  }

  private static FloatArray latents(Path file, int channels) {
    return ArrayFiles.read(
        file, "(B, C, h, w)", ArrayFiles.ANY, channels, ArrayFiles.ANY, ArrayFiles.ANY);
  }

  private static void requireBatch(long batch, long given, Path file) {
    if (given != 1 && given != batch) {
      throw new UnusableArrayException(
          "%s holds %d rows for %d latents; give one for each, or one for all"
              .formatted(file, given, batch));
    }
  }
}
