package io.mindstream.imaging.nifti;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.mindstream.imaging.testing.Series;
import io.mindstream.schemas.fmri.VolumeShape;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files with wrong bytes, or cut: each is read, or refused by its name; none costs much. */
@Timeout(120)
class DamagedNiftiTest {

  private static final int MUTATIONS = Integer.getInteger("mindstream.fuzz.mutations", 2000);
  private static final long SEED = Long.getLong("mindstream.fuzz.seed", 1);
  private static final int MOST_WRONG_BYTES = 8;

  /** One volume at most is held, of at most 16 MiB, and the buffers of the streams. */
  private static final long MOST_ALLOCATED = 40L << 20;

  private final ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Random random = new Random(SEED);

  @TempDir Path folder;

  @Test
  void shouldReadOrRefuseEachDamagedFileWithinBounds() throws IOException {
    for (String name : new String[] {"plain.nii", "packed.nii.gz"}) {
      byte[] sound =
          Files.readAllBytes(Series.counting(folder.resolve(name), new VolumeShape(3, 2, 2), 3));
      for (int i = 0; i < MUTATIONS / 2; i++) {
        assertThat(allocatedBy(damaged(name, sound)))
            .as("mutation %d of %s, seed %d", i, name, SEED)
            .isLessThan(MOST_ALLOCATED);
      }
    }
  }

  private Path damaged(String name, byte[] sound) throws IOException {
    byte[] bytes = sound.clone();
    for (int wrong = random.nextInt(MOST_WRONG_BYTES) + 1; wrong > 0; wrong--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    boolean cut = random.nextInt(4) == 0;
    return Files.write(
        folder.resolve("damaged-" + name),
        cut ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes);
  }

  private long allocatedBy(Path file) {
    long before = memory.getCurrentThreadAllocatedBytes();
    try (NiftiReader reader = NiftiReader.open(file)) {
      reader.forEachRemaining(volume -> {});
    } catch (NiftiException e) {
      assertThat(e).hasMessageContaining(String.valueOf(file.getFileName()));
    }
    return memory.getCurrentThreadAllocatedBytes() - before;
  }
}
