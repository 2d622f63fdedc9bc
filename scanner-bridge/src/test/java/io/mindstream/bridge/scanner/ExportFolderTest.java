package io.mindstream.bridge.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder whose file system tells of changes: all of it is listed once a second only. */
class ExportFolderTest {

  private static final int ZEROS = 1024;

  @TempDir Path path;
  private final Semaphore woken = new Semaphore(0);
  private final Instant begun = Instant.now();
  private ExportFolder folder;
  private byte[] object;

  @BeforeEach
  void watch() throws IOException {
    object = Files.readAllBytes(ScannerFiles.GE.files().get(0));
    object[object.length - 1] = 1;
    try (FolderEvents told = FolderEvents.of(path, () -> {}).orElse(null)) {
      assumeThat(told).as("a file system that tells").isNotNull();
    }
    folder = new ExportFolder(path, woken::release, note -> {});
    assertThat(taken(0)).isZero();
  }

  @AfterEach
  void close() {
    folder.close();
  }

  @Test
  void shouldTakeAFileOnceItsLastByteIsWrittenAndItStandsStill() throws IOException {
    write("a.dcm", object);
    assertThat(taken(10)).isZero();
    assertThat(taken(31)).isEqualTo(1);
  }

  @Test
  void shouldTakeAFileOnce() throws IOException {
    write("a.dcm", object);
    taken(10);
    taken(31);
    assertThat(taken(1500)).isZero();
  }

  @Test
  void shouldWaitLongerWhereNothingShowsThatTheEndIsWritten() throws IOException {
    byte[] end = new byte[ZEROS];
    System.arraycopy(end, 0, object, object.length - ZEROS, ZEROS);
    write("a.dcm", object);
    taken(10);
    assertThat(taken(60)).isZero();
    assertThat(taken(111)).isEqualTo(1);
  }

  @Test
  void shouldNeverTakeHalfAFile() throws IOException {
    write("a.dcm", Arrays.copyOf(object, object.length / 2));
    taken(10);
    assertThat(taken(500)).isZero();
    append("a.dcm", Arrays.copyOfRange(object, object.length / 2, object.length));
    assertThat(taken(510)).isZero();
    assertThat(taken(620)).isEqualTo(1);
  }

  @Test
  void shouldTakeWhatIsRenamedWhenItIsWhole() throws IOException {
    write("a.part", object);
    assertThat(taken(10)).isZero();
    Files.move(path.resolve("a.part"), path.resolve("a.dcm"));
    awaitEvent();
    taken(300);
    assertThat(taken(330)).isEqualTo(1);
  }

  @Test
  void shouldTakeWhatComesInANewFolder() throws IOException {
    Files.createDirectory(path.resolve("series"));
    awaitEvent();
    taken(10);
    write("series/a.dcm", object);
    taken(20);
    assertThat(taken(50)).isEqualTo(1);
  }

  private void write(String name, byte[] bytes) throws IOException {
    Files.write(path.resolve(name), bytes);
    awaitEvent();
  }

  private void append(String name, byte[] bytes) throws IOException {
    woken.drainPermits();
    Files.write(path.resolve(name), bytes, StandardOpenOption.APPEND);
    awaitEvent();
  }

  private void awaitEvent() {
    await().until(woken::tryAcquire);
  }

  /** How many objects a look so many milliseconds after the beginning takes. */
  private int taken(int millis) {
    return folder.look(begun.plusMillis(millis)).size();
  }
}
