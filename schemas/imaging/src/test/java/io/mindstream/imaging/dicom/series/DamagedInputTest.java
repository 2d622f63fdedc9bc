package io.mindstream.imaging.dicom.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import io.mindstream.imaging.dicom.DicomException;
import io.mindstream.imaging.dicom.DicomReader;
import io.mindstream.imaging.dicom.FileBytes;
import io.mindstream.imaging.dicom.MemoryBytes;
import io.mindstream.imaging.dicom.TransferSyntax;
import io.mindstream.imaging.dicom.pixel.CodedSamples;
import io.mindstream.imaging.testing.Slices;
import io.mindstream.testing.SharedData;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever bytes come: an answer soon, with little memory, and nothing thrown but what is told. */
class DamagedInputTest {

  private static final int MUTATIONS = Integer.getInteger("mindstream.fuzz.mutations", 3000);
  private static final long SEED = Long.getLong("mindstream.fuzz.seed", 20240229);
  private static final int GROWTH = 200;
  private static final long ALWAYS = 8 << 20;
  private static final long SLOWEST_NANOS = 2_000_000_000L;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @TempDir private Path folder;

  @Test
  @Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void shouldAnswerToEachDamagedObject() throws IOException {
    List<byte[]> sound = samples();
    Random random = new Random(SEED);
    sound.forEach(bytes -> refuses(bytes, -1)); // Classes load now, not on the clock.
    int refused = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] bytes = damaged(sound.get(i % sound.size()), random);
      long memory = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
      long start = System.nanoTime();
      refused += refuses(bytes, i) ? 1 : 0;
      long used = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - memory;
      assertThat(System.nanoTime() - start)
          .as("nanoseconds, mutation " + i)
          .isLessThan(SLOWEST_NANOS);
      assertThat(used).as("bytes, mutation " + i).isLessThan(ALWAYS + GROWTH * (long) bytes.length);
    }
    assertThat(refused).isPositive();
  }

  @Test
  void shouldDescribeALargeFileWithLittleMemory() throws IOException {
    Path file = folder.resolve("large.dcm");
    int side = 7100;
    byte[] head =
        Slices.slice("Philips", 1, 0)
            .us(0x00280010, side)
            .us(0x00280011, side)
            .bytes(0x7FE00010, "OW", new byte[0])
            .file(TransferSyntax.EXPLICIT_LITTLE);
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.write(head);
      out.seek(head.length - 4);
      out.writeInt(Integer.reverseBytes(2 * side * side));
      out.setLength(head.length + 2L * side * side);
    }
    assertThat(Files.size(file)).isGreaterThan(100_000_000);
    VolumeAssembler assembler = new VolumeAssembler(AssemblySettings.usual());
    long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    assembler.offer(DicomReader.read(FileBytes.of(file)), Instant.EPOCH);
    List<AssemblyEvent> events = assembler.finish();
    long used = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    assertThat(events).hasAtLeastOneElementOfType(AssemblyEvent.VolumeWhole.class);
    assertThat(used).isLessThan(2_000_000);
  }

  private static boolean refuses(byte[] bytes, int mutation) {
    try {
      VolumeAssembler assembler = new VolumeAssembler(AssemblySettings.usual());
      List<AssemblyEvent> events =
          new ArrayList<>(
              assembler.offer(DicomReader.read(new MemoryBytes("damaged", bytes)), Instant.EPOCH));
      events.addAll(assembler.finish());
      for (AssemblyEvent event : events) {
        if (event instanceof AssemblyEvent.VolumeWhole whole) {
          whole.volume().geometry();
          whole.volume().data();
          SliceTiming.of(List.of(whole.volume()));
        }
      }
      return false;
    } catch (DicomException e) {
      assertThat(e).hasMessageContaining("damaged");
      return true;
    } catch (RuntimeException e) {
      return fail("mutation " + mutation + " of seed " + SEED, e);
    }
  }

  /** One to eight bytes changed, most of them among the elements; a third is cut as well. */
  private static byte[] damaged(byte[] sound, Random random) {
    byte[] bytes = sound.clone();
    int reach = random.nextInt(4) == 0 ? bytes.length : Math.min(bytes.length, 12_000);
    for (int i = 0; i <= random.nextInt(8); i++) {
      byte value =
          (byte) (random.nextBoolean() ? random.nextInt(256) : random.nextBoolean() ? 0 : -1);
      bytes[random.nextInt(reach)] = value;
    }
    return random.nextInt(3) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }

  private static List<byte[]> samples() throws IOException {
    List<byte[]> samples = new ArrayList<>();
    for (TransferSyntax syntax :
        List.of(
            TransferSyntax.EXPLICIT_LITTLE,
            TransferSyntax.IMPLICIT_LITTLE,
            TransferSyntax.EXPLICIT_BIG,
            TransferSyntax.DEFLATED)) {
      samples.add(Slices.slice("Philips", 1, 2).file(syntax));
    }
    for (String name : List.of("jpeg-sv1-unsigned12", "jpeg2000-unsigned16", "rle-signed16")) {
      samples.add(CodedSamples.file(name));
    }
    Path shared = SharedData.of("data/dicom");
    for (String name :
        List.of("ge-rtia/0001.dcm", "siemens-xa10/6_1.dcm", "siemens-mosaic-ve11/0001.dcm")) {
      samples.add(Files.readAllBytes(shared.resolve(name)));
    }
    return samples;
  }
}
