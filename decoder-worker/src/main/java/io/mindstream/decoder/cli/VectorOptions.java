package io.mindstream.decoder.cli;

import io.mindstream.decoder.array.DoubleArray;
import io.mindstream.decoder.array.FloatArray;
import io.mindstream.decoder.array.FmriPreprocessing;
import io.mindstream.decoder.array.FmriPreprocessing.Statistics;
import io.mindstream.decoder.array.NpyFile;
import io.mindstream.decoder.array.UnusableArrayException;
import io.mindstream.decoder.bundle.BundleDescription;
import io.mindstream.decoder.bundle.VoxelScaling;
import io.mindstream.decoder.decoding.SamplingSettings;
import io.mindstream.decoder.mindvis.BrainDecoder;
import io.mindstream.decoder.mindvis.TrialVoxels;
import io.mindstream.decoder.model.Architecture.Unet;
import io.mindstream.schemas.failure.PipelineException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Decoding of whole trials. */
final class VectorOptions {

  @Option(
      names = "--vectors",
      paramLabel = "FILE.npy",
      description = "ROI vectors (trials, voxels): raw, so that they are padded and normalised.")
  private @Nullable Path vectors;

  @Option(
      names = "--normalised",
      description = "The vectors are padded to the model's voxels and normalised already.")
  private boolean normalised;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Seeds the noise of all samples (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--noise",
      paramLabel = "FILE.npy",
      description = "Initial latents (trials x samples, C, h, w) instead of a seed.")
  private @Nullable Path noise;

  @Option(
      names = "--dump",
      description =
          "Write fmri_normalised.npy, encoder_output.npy, context.npy and time_condition.npy, too.")
  private boolean dump;

  boolean given() {
    return vectors != null;
  }

  void decode(
      BrainDecoder decoder, SamplingOptions sampling, Path out, PrintWriter err, StopSignal stop)
      throws IOException {
    SamplingSettings settings = sampling.settings(decoder.model().sampling());
    decoder.requirePossible(settings);
    FloatArray fmri = fmri(decoder.model(), err);
    int trials = Math.toIntExact(fmri.shape()[0]);
    VectorsDecoding decoding = new VectorsDecoding(decoder, settings, out, stop);
    VectorsDecoding.Noise start =
        noise == null
            ? decoding.seeded(seed, sampling.samples(decoder.model().sampling().samples()))
            : given(noise, decoder.model().architecture().unet(), trials, sampling);
    try (DecodeProgress progress =
        new DecodeProgress(err, (long) trials * steps(decoder, settings))) {
      decoding.run(fmri, start, progress);
    }
    if (dump) {
      decoding.dump(fmri);
    }
  }

  private static int steps(BrainDecoder decoder, SamplingSettings settings) {
    return decoder.stages().plan(settings).size();
  }

  private FloatArray fmri(BundleDescription model, PrintWriter err) {
    Path file = Objects.requireNonNull(vectors, "vectors");
    long voxels = model.architecture().encoder().voxels();
    if (normalised) {
      return ArrayFiles.read(file, "(trials, padded voxels)", ArrayFiles.ANY, voxels);
    }
    DoubleArray raw = NpyFile.read(file).matrix(file.toString());
    try {
      FloatArray fmri = TrialVoxels.prepare(raw, model);
      err.println(said(model.statistics(), raw, model.architecture().encoder().patchSize()));
      return fmri;
    } catch (PipelineException e) {
      throw new UnusableArrayException(file + ": " + e.getMessage(), e);
    }
  }

  private static String said(VoxelScaling statistics, DoubleArray raw, int patchSize) {
    if (statistics instanceof VoxelScaling.None) {
      return "vectors: padded only, as the bundle asks";
    }
    if (statistics instanceof VoxelScaling.Fixed fixed) {
      return "vectors: padded and normalised by the bundle's mean %s and standard deviation %s"
          .formatted(fixed.mean(), fixed.sd());
    }
    Statistics own = FmriPreprocessing.statistics(FmriPreprocessing.pad(raw, patchSize));
    return "vectors: padded and normalised by their own mean %.6g and standard deviation %.6g,"
            .formatted(own.mean(), own.sd())
        + " since the bundle has none";
  }

  private static VectorsDecoding.Noise given(
      Path file, Unet unet, int trials, SamplingOptions sampling) {
    FloatArray all =
        ArrayFiles.read(
            file,
            "(trials x samples, C, h, w)",
            ArrayFiles.ANY,
            unet.inChannels(),
            ArrayFiles.ANY,
            ArrayFiles.ANY);
    int rows = Math.toIntExact(all.shape()[0]);
    int samples = sampling.samples(Math.max(1, rows / trials));
    if (rows != (long) trials * samples) {
      throw new UnusableArrayException(
          "%s holds %d latents; %d trials of %d samples need %d"
              .formatted(file, rows, trials, samples, (long) trials * samples));
    }
    ArrayFiles.requireUnetSize(file, all, unet);
    return trial -> all.slice(trial * samples, (trial + 1) * samples);
  }
}
