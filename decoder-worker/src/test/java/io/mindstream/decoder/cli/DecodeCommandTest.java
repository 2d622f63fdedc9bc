package io.mindstream.decoder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.decoder.array.NpyFile;
import io.mindstream.decoder.bundle.BrokenBundle;
import io.mindstream.decoder.bundle.RandomBundle;
import io.mindstream.decoder.model.ModelSize;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DecodeCommandTest {

  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void makeModelAndVectors() throws IOException {
    System.setProperty("mindstream.cache", folder.resolve("cache").toString());
    RandomBundle.create(ModelSize.TINY, 100, 1, null, folder.resolve("bundle"));
    NpyFile.write(folder.resolve("in.npy"), new float[200], 2, 100);
  }

  @Test
  void shouldWriteAPictureForEverySampleOfEveryTrial() {
    assertThat(decode("--vectors", "in.npy", "--samples", "2", "--steps", "2")).isZero();
    assertThat(out("trial-0000_sample-0.png")).exists();
    assertThat(out("trial-0001_sample-1.png")).exists();
    assertThat(NpyFile.read(out("latents.npy")).shape()).containsExactly(4, 3, 8, 8);
  }

  @Test
  void shouldWriteTheStagesWhenAskedToDump() {
    assertThat(decode("--vectors", "in.npy", "--samples", "1", "--steps", "1", "--dump")).isZero();
    assertThat(NpyFile.read(out("fmri_normalised.npy")).shape()).containsExactly(2, 104);
    assertThat(NpyFile.read(out("context.npy")).shape()).containsExactly(2, 77, 24);
    assertThat(out("encoder_output.npy")).exists();
    assertThat(out("time_condition.npy")).exists();
  }

  @Test
  void shouldTakeTheLatentsSizeAndTheSamplesFromGivenNoise() throws IOException {
    NpyFile.write(folder.resolve("noise.npy"), new float[4 * 3 * 4 * 12], 4, 3, 4, 12);
    assertThat(decode("--vectors", "in.npy", "--steps", "1", "--noise", "noise.npy")).isZero();
    assertThat(NpyFile.read(out("latents.npy")).shape()).containsExactly(4, 3, 4, 12);
  }

  @Test
  void shouldRefuseNoiseForAnotherNumberOfSamples() throws IOException {
    NpyFile.write(folder.resolve("noise.npy"), new float[3 * 3 * 8 * 8], 3, 3, 8, 8);
    assertThat(decode("--vectors", "in.npy", "--steps", "1", "--noise", "noise.npy")).isEqualTo(1);
    assertThat(err.toString()).contains("3 latents", "2 trials");
  }

  @Test
  void shouldRunTheNoisePredictorAlone() throws IOException {
    NpyFile.write(folder.resolve("x.npy"), new float[2 * 3 * 64], 2, 3, 8, 8);
    NpyFile.write(folder.resolve("t.npy"), new float[] {1, 901}, 2);
    NpyFile.write(folder.resolve("c.npy"), new float[77 * 24], 1, 77, 24);
    assertThat(decode("--unet-x", "x.npy", "--unet-t", "t.npy", "--context", "c.npy")).isZero();
    assertThat(NpyFile.read(out("unet_eps.npy")).shape()).containsExactly(2, 3, 8, 8);
  }

  @Test
  void shouldRunTheLatentDecoderAlone() throws IOException {
    NpyFile.write(folder.resolve("z.npy"), new float[3 * 64], 1, 3, 8, 8);
    assertThat(decode("--latents", "z.npy")).isZero();
    assertThat(NpyFile.read(out("images.npy")).shape()).containsExactly(1, 3, 16, 16);
  }

  @Test
  void shouldListTheSamplersWhereOneIsUnknown() {
    assertThat(decode("--vectors", "in.npy", "--sampler", "euler")).isEqualTo(2);
    assertThat(err.toString()).contains("plms, ddim, dpmpp");
  }

  @Test
  void shouldAskForOneTaskWhereThereIsNone() {
    assertThat(decode()).isEqualTo(2);
    assertThat(err.toString()).contains("--vectors").contains("--latents");
  }

  @Test
  void shouldNameTheFileWhereItsShapeIsWrong() throws IOException {
    NpyFile.write(folder.resolve("short.npy"), new float[40], 1, 40);
    assertThat(decode("--vectors", "short.npy")).isEqualTo(1);
    assertThat(err.toString()).contains("short.npy").contains("40 voxels");
  }

  @Test
  void shouldNameTheTrialWhoseLatentsAreNotFinite() throws IOException {
    breakOneWeight();

    assertThat(decode("--vectors", "in.npy", "--steps", "2")).isEqualTo(1);
    assertThat(err.toString()).contains("trial 0", "latents", "NaN");
  }

  @Test
  void shouldMakeNoPictureOfLatentsThatAreNotFinite() throws IOException {
    breakOneWeight();
    decode("--vectors", "in.npy", "--steps", "2");

    assertThat(out("")).isEmptyDirectory();
  }

  @Test
  void shouldRefuseMoreStepsThanTheModelsScheduleHas() {
    assertThat(decode("--vectors", "in.npy", "--steps", "1001")).isEqualTo(1);
    assertThat(err.toString()).contains("--steps", "1001", "T = 1000", "tiny-random");
  }

  /** The checksum follows, so that the bundle is sound but for its numbers. */
  private void breakOneWeight() throws IOException {
    BrokenBundle.setToNaN(folder.resolve("bundle"), "model.diffusion_model.out.2.bias");
  }

  private int decode(String... more) {
    CommandLine command = new CommandLine(new DecodeCommand());
    command.setErr(new PrintWriter(err, true)).setOut(new PrintWriter(new StringWriter()));
    command.setExecutionExceptionHandler(
        (failure, line, parsed) -> {
          line.getErr().println(failure.getMessage());
          return 1;
        });
    String[] fixed = {"--model", folder.resolve("bundle").toString(), "--out", out("").toString()};
    String[] all = new String[fixed.length + more.length];
    System.arraycopy(fixed, 0, all, 0, fixed.length);
    for (int i = 0; i < more.length; i++) {
      boolean file = more[i].endsWith(".npy") && !more[i].startsWith("/");
      all[fixed.length + i] = file ? folder.resolve(more[i]).toString() : more[i];
    }
    return command.execute(all);
  }

  private Path out(String name) {
    return folder.resolve("out").resolve(name);
  }
}
