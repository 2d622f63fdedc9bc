package io.mindstream.bridge.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.bridge.kafka.RecordHead.Kind;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Wherever a process is killed. */
class SpoolProperties {

  @Property(tries = 60)
  void shouldGiveEveryWholeRecordOnceInOrderWhereverTheLastOneBrokeOff(
      @ForAll @IntRange(min = 1, max = 6) int records,
      @ForAll @IntRange(min = 0, max = 5) int acknowledged,
      @ForAll @IntRange(min = 0, max = 300) int kept)
      throws Exception {
    Path folder = Files.createTempDirectory("spool");
    int sent = Math.min(acknowledged, records - 1);
    try (TestSpool spool = TestSpool.in(folder)) {
      IntStream.range(0, records).forEach(i -> spool.append(Kind.VOLUME, i));
      spool.acknowledge(sent);
    }
    boolean whole = cut(newest(folder), kept);
    try (TestSpool spool = TestSpool.in(folder)) {
      assertThat(spool.indices()).isEqualTo(range(sent, whole ? records : records - 1));
    }
    delete(folder);
  }

  @Property(tries = 30)
  void shouldLeaveOutARecordWithAFlippedBit(@ForAll @IntRange(min = 0, max = 1_000_000) int bit)
      throws Exception {
    Path folder = Files.createTempDirectory("spool");
    try (TestSpool spool = TestSpool.in(folder)) {
      IntStream.range(0, 3).forEach(i -> spool.append(Kind.VOLUME, i));
    }
    Path newest = newest(folder);
    byte[] bytes = Files.readAllBytes(newest);
    bytes[bit / 8 % bytes.length] ^= (byte) (1 << bit % 8);
    Files.write(newest, bytes);
    try (TestSpool spool = TestSpool.in(folder)) {
      assertThat(spool.indices()).containsExactly(0, 1);
    }
    delete(folder);
  }

  /** True where nothing was cut. */
  private static boolean cut(Path file, int kept) throws IOException {
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      if (kept >= open.length()) {
        return true;
      }
      open.setLength(kept);
      return false;
    }
  }

  private static Path newest(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".waiting"))
          .max(Comparator.naturalOrder())
          .orElseThrow();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.delete(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }

  private static List<Integer> range(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }
}
