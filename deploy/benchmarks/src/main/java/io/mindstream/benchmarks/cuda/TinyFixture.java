package io.mindstream.benchmarks.cuda;

import io.mindstream.decoder.bundle.BundleWriter;
import io.mindstream.decoder.bundle.CheckpointImport;
import io.mindstream.decoder.bundle.EncoderHeads;
import io.mindstream.decoder.bundle.ModelBundle;
import io.mindstream.decoder.bundle.VoxelScaling;
import io.mindstream.decoder.bundle.WriteListener;
import io.mindstream.decoder.checkpoint.Checkpoint;
import io.mindstream.decoder.model.ArchitectureInference.UntoldSizes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A tiny checkpoint and the numbers that the public MinD-Vis code got from it.
 *
 * @param folder holds {@code finetuned.pth}, {@code fmri_encoder.pth} and the arrays
 */
record TinyFixture(Path folder) {

  private static final int LATENT_SIZE = 8;
  private static final int UNET_HEADS = 1;

  /** What {@code cudacheck/parity.py} reads. */
  private static final List<String> ARRAYS =
      List.of(
          "fmri_normalised",
          "encoder_output",
          "context",
          "time_condition",
          "unet_x",
          "unet_t",
          "unet_eps",
          "vq_latent",
          "vq_image",
          "initial_noise",
          "plms_latent",
          "plms_image",
          "ddim_latent");

  /** Checks that the folder is there. */
  TinyFixture {
    if (!Files.isRegularFile(folder.resolve("finetuned.pth"))) {
      throw new IllegalArgumentException(
          "there is no finetuned.pth in %s; name the folder of the tiny fixture with --fixture"
              .formatted(folder.toAbsolutePath().normalize()));
    }
  }

  /** Imports the checkpoint into a folder that does not exist yet; the caller closes it. */
  ModelBundle bundle(Path out) {
    try (Checkpoint checkpoint = Checkpoint.open(folder.resolve("finetuned.pth"))) {
      int heads = EncoderHeads.find(checkpoint, folder.resolve("fmri_encoder.pth"));
      new CheckpointImport(checkpoint, new UntoldSizes(heads, UNET_HEADS, LATENT_SIZE))
          .write(
              BundleWriter.to(out, false, WriteListener.NONE),
              new CheckpointImport.Labels("tiny", "fixture", new VoxelScaling.Own(), null, null));
    }
    return ModelBundle.open(out);
  }

  /** Copies the arrays into a folder, made here. */
  void copyArrays(Path to) throws IOException {
    Files.createDirectories(to);
    for (String array : ARRAYS) {
      Files.copy(folder.resolve(array + ".npy"), to.resolve(array + ".npy"));
    }
  }
}
