package io.mindstream.decoder.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.testing.SharedData;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to a file, it is read as it was or refused with a clear error. */
class DamagedCheckpointTest {

  private static final int FLIPS = 1000;
  private static final int STRIDE = 997;
  private static final int CUTS_OF_A_COPY = 500;

  @TempDir private Path folder;

  private static boolean refused(Path file) {
    try (Checkpoint checkpoint = Checkpoint.open(file)) {
      checkpoint.weights().values().forEach(CheckpointTensor::floats);
      return false;
    } catch (CheckpointException e) {
      assertThat(e.getMessage()).isNotBlank();
      return true;
    }
  }

  @Test
  void shouldRefuseEveryTruncation() throws IOException {
    shorten("fmri_encoder.pth", 1);
  }

  @Test
  void shouldRefuseTruncationsOfAWholeModel() throws IOException {
    shorten("finetuned.pth", STRIDE);
  }

  /** Cuts a file again and again; a new copy now and then, since old mappings slow a cut down. */
  private void shorten(String name, int stride) throws IOException {
    byte[] whole = Files.readAllBytes(SharedData.of("fixtures/mind-vis-tiny/" + name));
    int cuts = (whole.length + stride - 1) / stride;
    Path file = folder.resolve(name);
    for (int cut = 1; cut <= cuts; cut++) {
      int length = Math.max(0, whole.length - cut * stride);
      if (cut % CUTS_OF_A_COPY == 1) {
        Files.deleteIfExists(file);
        Files.write(file, Arrays.copyOf(whole, length));
      }
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(length);
      }
      assertThat(refused(file)).as("%s cut to %d bytes", name, length).isTrue();
    }
  }

  @Test
  void shouldReadRightOrRefuseAfterAnyFlippedByte() throws IOException {
    byte[] whole = Files.readAllBytes(SharedData.of("fixtures/mind-vis-tiny/fmri_encoder.pth"));
    Map<String, float[]> expected = read(whole);
    Random random = new Random(7);
    int refusals = 0;
    for (int flip = 0; flip < FLIPS; flip++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(whole.length)] ^= (byte) (1 + random.nextInt(255));
      refusals += readsAsBefore(damaged, expected) ? 0 : 1;
    }
    assertThat(refusals).as("of %d flips", FLIPS).isGreaterThan(FLIPS / 2);
  }

  private boolean readsAsBefore(byte[] damaged, Map<String, float[]> expected) throws IOException {
    try {
      Map<String, float[]> found = read(damaged);
      assertThat(found.keySet()).isEqualTo(expected.keySet());
      expected.forEach(
          (name, values) -> assertThat(Arrays.equals(found.get(name), values)).as(name).isTrue());
      return true;
    } catch (CheckpointException e) {
      return false;
    }
  }

  private Map<String, float[]> read(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("flipped.pth"), bytes);
    Map<String, float[]> read = new LinkedHashMap<>();
    try (Checkpoint checkpoint = Checkpoint.open(file)) {
      checkpoint.weights().forEach((name, tensor) -> read.put(name, tensor.floats()));
    }
    return read;
  }

  /** The checksum of a whole file hides the pickle from flips, so it is damaged by itself too. */
  @Test
  void shouldReadOrRefuseAnyDamagedPickle() throws IOException {
    Path file = SharedData.of("fixtures/mind-vis-tiny/fmri_encoder.pth");
    byte[] pickle = pickle(file);
    Random random = new Random(11);
    int refusals = 0;
    for (int flip = 0; flip < 2 * FLIPS; flip++) {
      byte[] damaged = pickle.clone();
      damaged[random.nextInt(pickle.length)] = (byte) random.nextInt(256);
      refusals += parses(damaged) ? 0 : 1;
    }
    assertThat(refusals).isPositive();
  }

  private static byte[] pickle(Path path) throws IOException {
    try (CheckpointFile file = CheckpointFile.open(path)) {
      FileSection section = ZipDirectory.read(file).get("fmri_encoder/data.pkl");
      byte[] bytes = new byte[(int) section.size()];
      file.bytes(section.offset(), section.size()).get(bytes);
      return bytes;
    }
  }

  private static boolean parses(byte[] pickle) {
    TorchObjects objects = new TorchObjects(new TensorStorage(null), storage -> {});
    try {
      new PickleReader(new PickleInput(ByteBuffer.wrap(pickle)), objects).read();
      return true;
    } catch (CheckpointException e) {
      return false;
    }
  }

  @Test
  void shouldSayThatTextFileIsNoCheckpoint() throws IOException {
    Path file = Files.writeString(folder.resolve("pointer.pth"), "version https://git-lfs");
    assertThatThrownBy(() -> Checkpoint.open(file))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("pointer.pth")
        .hasMessageContaining("Git LFS");
  }
}
