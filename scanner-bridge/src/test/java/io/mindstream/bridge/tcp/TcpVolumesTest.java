package io.mindstream.bridge.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.bridge.push.PushOptions;
import io.mindstream.bridge.push.Told;
import io.mindstream.bridge.source.FeedException;
import io.mindstream.bridge.source.LiveMessage.Happened;
import io.mindstream.bridge.source.LiveMessage.RunBroken;
import io.mindstream.bridge.source.LiveMessage.RunEnded;
import io.mindstream.bridge.source.LiveMessage.RunStarted;
import io.mindstream.bridge.source.RunDescription;
import io.mindstream.bridge.tcp.TcpSender.Header;
import io.mindstream.imaging.testing.Series;
import io.mindstream.schemas.fmri.VolumeShape;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The feed with a sender on a real socket, without a broker. */
@Timeout(60)
class TcpVolumesTest {

  private static final VolumeShape SHAPE = new VolumeShape(3, 2, 2);

  @TempDir private Path folder;
  private Told told = listen(Told.options(), false);

  @AfterEach
  void close() {
    told.close();
  }

  @Test
  void shouldTellWhatTheHeaderSays() throws Exception {
    try (TcpSender scanner = new TcpSender(told.port())) {
      scanner.volume(1);
      told.await(Happened.class, 1);
    }
    RunDescription run = told.starts().get(0).run();
    assertThat(run.repetitionTimeSeconds()).isEqualTo(1.5);
    assertThat(run.geometry().getVoxelSizeMm()).containsExactly(2.0, 3.0, 4.0);
    assertThat(run.geometry().getAffine())
        .containsExactly(-2.0, 0.0, 0.0, 10.0, 0.0, 3.0, 0.0, -20.0, 0.0, 0.0, 4.0, 30.0);
  }

  @Test
  void shouldTellTheVoxelsAsTheyCame() throws Exception {
    try (TcpSender scanner = new TcpSender(told.port())) {
      scanner.volume(1);
      told.await(Happened.class, 1);
    }
    assertThat(voxels(0)).containsExactly(counting(1));
  }

  @Test
  void shouldEndTheRunWhereTheSenderSaysSo() throws Exception {
    try (TcpSender scanner = new TcpSender(told.port())) {
      scanner.volume(1);
      scanner.volume(2);
      scanner.end();
      told.await(RunEnded.class, 1);
    }
    assertThat(told.kinds()).containsExactly("RunStarted", "Happened", "Happened", "RunEnded");
  }

  @Test
  void shouldEndTheRunWhereTheConnectionIsClosedBetweenVolumes() throws Exception {
    try (TcpSender scanner = new TcpSender(told.port())) {
      scanner.volume(1);
      scanner.volume(2);
    }
    told.await(RunEnded.class, 1);
    assertThat(told.indices()).containsExactly(0, 1);
  }

  @Test
  void shouldGoOnWithASeriesThatHasAConnectionForEachVolume() throws Exception {
    for (int number = 1; number <= 3; number++) {
      try (TcpSender scanner = new TcpSender(told.port())) {
        scanner.volume(number);
      }
      told.await(Happened.class, number);
    }
    assertThat(told.indices()).containsExactly(0, 1, 2);
    assertThat(told.starts()).hasSize(1);
  }

  @Test
  void shouldKeepHolesAndOrderByNumber() throws Exception {
    try (TcpSender scanner = new TcpSender(told.port())) {
      for (int number : new int[] {1, 4, 3, 4}) {
        scanner.volume(number);
      }
      scanner.end();
      told.await(RunEnded.class, 1);
    }
    assertThat(told.indices()).containsExactly(0, 3, 2);
    assertThat(told.notes())
        .contains("volume 4 is left out: it came already", "1 of 4 volumes never came");
  }

  @Test
  void shouldNotLetTimesFallWhereVolumesComeOutOfOrder() throws Exception {
    try (TcpSender scanner = new TcpSender(told.port())) {
      for (int number : new int[] {5, 2, 4}) {
        scanner.volume(number);
      }
      told.await(Happened.class, 3);
    }
    List<Happened> byIndex =
        told.messages().stream()
            .filter(Happened.class::isInstance)
            .map(Happened.class::cast)
            .sorted(java.util.Comparator.comparing(it -> it.what().dueSeconds()))
            .toList();
    assertThat(byIndex).extracting(Happened::at).isSorted();
  }

  @Test
  void shouldBeginTheNextRunWithTheNextSeries() throws Exception {
    try (TcpSender scanner = new TcpSender(told.port())) {
      scanner.volume(1);
      scanner.send(new Header("1.2.4", "int16_t", "3D", false, 1, false), TcpSender.voxels(1));
      told.await(RunStarted.class, 2);
    }
    assertThat(told.starts())
        .extracting(start -> start.run().runId().toString())
        .containsExactly("sub-01_task-view_run-01", "sub-01_task-view_run-02");
  }

  @Test
  void shouldEndTheRunAfterALongSilence() throws Exception {
    told.close();
    told =
        listen(
            Told.options(Optional.empty(), Duration.ofMillis(300), OptionalDouble.empty()), false);
    try (TcpSender scanner = new TcpSender(told.port())) {
      scanner.volume(1);
      told.await(RunEnded.class, 1);
    }
    assertThat(told.indices()).containsExactly(0);
  }

  @Test
  void shouldBreakTheRunWhoseConnectionBreaksWithinAVolume() throws Exception {
    try (TcpSender scanner = new TcpSender(told.port())) {
      scanner.volume(1);
      scanner.torn(2);
    }
    told.await(RunBroken.class, 1);
    assertThat(told.reasons().get(0)).contains("volume 2 is not whole", "7 of 24 bytes");
  }

  @Test
  void shouldTellWhichFieldIsWrongAndTakeTheNextConnection() throws Exception {
    try (TcpSender stranger = new TcpSender(told.port());
        TcpSender scanner = new TcpSender(told.port())) {
      stranger.send(new Header("1.2.3", "int64_t", "3D", false, 1, false), new byte[24]);
      told.awaitNote("dataType is 'int64_t'");
      scanner.volume(1);
      told.await(Happened.class, 1);
    }
    assertThat(told.reasons()).isEmpty();
  }

  @Test
  void shouldSayThatAStrangerSpeaksAnotherLanguage() throws Exception {
    try (TcpSender stranger = new TcpSender(told.port())) {
      stranger.raw("GET / HTTP/1.1\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      told.awaitNote("MURFI");
    }
    assertThat(told.messages()).isEmpty();
  }

  @Test
  void shouldLeaveOutMotionCorrectedVolumesUnlessAsked() throws Exception {
    try (TcpSender scanner = new TcpSender(told.port())) {
      scanner.send(new Header("1.2.3", "int16_t", "3D", false, 1, true), TcpSender.voxels(9));
      scanner.volume(1);
      told.await(Happened.class, 1);
    }
    assertThat(voxels(0)).containsExactly(counting(1));
    assertThat(told.notes()).anyMatch(note -> note.contains("--moco only"));
  }

  @Test
  void shouldTakeOnlyMotionCorrectedVolumesWhereAsked() throws Exception {
    told.close();
    told = listen(Told.options(), true);
    try (TcpSender scanner = new TcpSender(told.port())) {
      scanner.volume(1);
      scanner.send(new Header("1.2.3", "int16_t", "3D", false, 1, true), TcpSender.voxels(9));
      told.await(Happened.class, 1);
    }
    assertThat(voxels(0)).containsExactly(counting(9));
  }

  @Test
  void shouldTakeHeadersWithoutSizesInBothVersions() throws Exception {
    for (int version : new int[] {3, 4}) {
      try (TcpSender scanner = new TcpSender(told.port())) {
        scanner.raw(Header.of(1).bytes(version));
        scanner.raw(TcpSender.voxels(1));
        told.await(RunStarted.class, version - 2);
      }
    }
    assertThat(told.indices()).containsExactly(0, 0);
  }

  @Test
  void shouldPutTheTilesOfAMosaicOnTopOfOneAnother() throws Exception {
    short[] tiles = {101, 102, 103, 107, 108, 109, 104, 105, 106, 110, 111, 112};
    ByteBuffer data = ByteBuffer.wrap(new byte[48]).order(ByteOrder.LITTLE_ENDIAN);
    for (short voxel : tiles) {
      data.putShort(voxel);
    }
    try (TcpSender scanner = new TcpSender(told.port())) {
      scanner.send(new Header("1.2.3", "int16_t", "3D", true, 1, false), data.array());
      told.await(Happened.class, 1);
    }
    assertThat(voxels(0)).containsExactly(IntStream.range(101, 113).asDoubleStream().toArray());
  }

  @Test
  void shouldBreakARunThatTheMaskDoesNotFit() throws Exception {
    told.close();
    Path mask = Series.counting(folder.resolve("sub-01_desc-V1_mask.nii"), SHAPE, 1);
    told =
        listen(
            Told.options(Optional.of(mask), Duration.ofMinutes(1), OptionalDouble.empty()), false);
    try (TcpSender scanner = new TcpSender(told.port())) {
      scanner.volume(1);
      told.await(RunBroken.class, 1);
    }
    assertThat(told.reasons().get(0)).contains("other voxels than the run's");
  }

  @Test
  void shouldBreakTheRunAtAVolumeOfAnotherGrid() throws Exception {
    try (TcpSender scanner = new TcpSender(told.port())) {
      scanner.volume(1);
      byte[] header = Header.of(2).bytes(4);
      header[464] = 2; // numPixelsRead
      scanner.sizes(616, 16);
      scanner.raw(header);
      scanner.raw(Arrays.copyOf(TcpSender.voxels(2), 16));
      told.await(RunBroken.class, 1);
    }
    assertThat(told.reasons().get(0)).contains("another grid");
  }

  @Test
  void shouldEndTheRunProperlyWhenToldToFinish() throws Exception {
    try (TcpSender scanner = new TcpSender(told.port())) {
      scanner.volume(1);
      told.await(Happened.class, 1);
      told.finish();
    }
    assertThat(told.messages()).last().isInstanceOf(RunEnded.class);
  }

  @Test
  void shouldSayThatThePortIsTaken() {
    InetSocketAddress taken = new InetSocketAddress(InetAddress.getLoopbackAddress(), told.port());
    assertThatThrownBy(
            () ->
                TcpVolumes.open(
                    taken, new VolumeChoice(false, Optional.empty()), Told.options(), note -> {}))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("--port");
  }

  private static Told listen(PushOptions options, boolean moco) {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    return new Told(
        notes -> TcpVolumes.open(any, new VolumeChoice(moco, Optional.empty()), options, notes));
  }

  private double[] voxels(int volume) {
    var view = told.volumes().get(volume).data().view(SHAPE);
    return IntStream.range(0, view.size()).mapToDouble(view::value).toArray();
  }

  private static double[] counting(int number) {
    return IntStream.range(0, 12).mapToDouble(i -> 100 * number + i).toArray();
  }
}
