package io.mindstream.bridge.mrd;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.bridge.mrd.MrdSender.Image;
import io.mindstream.bridge.push.Told;
import io.mindstream.bridge.source.LiveMessage.Happened;
import io.mindstream.bridge.source.LiveMessage.RunBroken;
import io.mindstream.bridge.source.LiveMessage.RunEnded;
import io.mindstream.bridge.source.LiveMessage.RunStarted;
import io.mindstream.schemas.fmri.VolumeShape;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The feed with a sender on a real socket, without a broker. */
@Timeout(60)
class MrdImagesTest {

  private static final VolumeShape SHAPE = new VolumeShape(3, 2, 2);
  private static final byte[] CLOSE = {4, 0};

  private final Told told =
      new Told(
          notes ->
              MrdImages.open(
                  new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                  new MrdChoice(0, OptionalInt.empty()),
                  Told.options(),
                  notes));
  private MrdSender scanner;

  @BeforeEach
  void connect() throws Exception {
    scanner = new MrdSender(told.port());
  }

  @AfterEach
  void close() throws Exception {
    scanner.close();
    told.close();
  }

  @Test
  void shouldPutSlicesOfARepetitionTogether() throws Exception {
    scanner.begin(2);
    scanner.repetition(0);
    told.await(Happened.class, 1);
    assertThat(voxels()).containsExactly(0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15);
  }

  @Test
  void shouldPlaceVoxelsInTheScannersRoom() throws Exception {
    scanner.begin(2);
    scanner.repetition(0);
    told.await(RunStarted.class, 1);
    assertThat(told.starts().get(0).run().geometry().getAffine())
        .containsExactly(-2.0, 0.0, 0.0, -7.0, 0.0, -3.0, 0.0, -17.0, 0.0, 0.0, 4.0, 30.0);
    assertThat(told.starts().get(0).run().geometry().getVoxelSizeMm())
        .containsExactly(2.0, 3.0, 4.0);
  }

  @Test
  void shouldTakeTheTrOfTheHeader() throws Exception {
    scanner.begin(2);
    scanner.repetition(0);
    told.await(RunStarted.class, 1);
    assertThat(told.starts().get(0).run().repetitionTimeSeconds()).isEqualTo(1.5);
  }

  @Test
  void shouldOrderSlicesByPlaceWhereTheyAreCountedOtherwise() throws Exception {
    scanner.begin(2);
    Image upper = new Image(0, 0);
    upper.position[2] = 34;
    Image lower = new Image(0, 1);
    lower.position[2] = 30;
    scanner.image(upper);
    scanner.image(lower);
    told.await(Happened.class, 1);
    assertThat(voxels()).containsExactly(10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5);
  }

  @Test
  void shouldTakeAVolumeInOneImage() throws Exception {
    scanner.begin(1);
    scanner.image(volume());
    told.await(Happened.class, 1);
    assertThat(voxels()).containsExactly(IntStream.range(0, 12).asDoubleStream().toArray());
    assertThat(told.starts().get(0).run().geometry().getAffine())
        .containsExactly(-2.0, 0.0, 0.0, -7.0, 0.0, -3.0, 0.0, -17.0, 0.0, 0.0, 4.0, 26.0);
  }

  @Test
  void shouldTurnAsTheAttributesSay() throws Exception {
    scanner.begin(1);
    Image image = volume();
    image.attributes =
        "<ismrmrdMeta><meta><name>ImageRowDir</name><value>0</value><value>1</value><value>0</value>"
            + "</meta><meta><name>ImageColumnDir</name><value>1</value><value>0</value>"
            + "<value>0</value></meta></ismrmrdMeta>";
    scanner.image(image);
    told.await(RunStarted.class, 1);
    assertThat(told.starts().get(0).run().geometry().getAffine())
        .startsWith(0.0, -3.0, 0.0, -7.0, -2.0, 0.0, 0.0, -17.0);
  }

  @Test
  void shouldAnswerTheEndOfAMeasurement() throws Exception {
    scanner.begin(2);
    scanner.repetition(0);
    scanner.end();
    assertThat(scanner.answer()).isEqualTo(CLOSE);
    told.await(RunEnded.class, 1);
  }

  @Test
  void shouldLearnTheNumberOfSlicesWhereTheHeaderDoesNotSayIt() throws Exception {
    scanner.text(
        3, "<ismrmrdHeader><sequenceParameters><TR>2000</TR></sequenceParameters></ismrmrdHeader>");
    scanner.repetition(0);
    scanner.repetition(1);
    scanner.end();
    told.await(RunEnded.class, 1);
    assertThat(told.indices()).containsExactly(0, 1);
  }

  @Test
  void shouldLeaveAHoleWhereARepetitionLacksASlice() throws Exception {
    scanner.begin(2);
    scanner.repetition(0);
    scanner.image(new Image(1, 0));
    scanner.repetition(2);
    scanner.end();
    told.await(RunEnded.class, 1);
    assertThat(told.indices()).containsExactly(0, 2);
    assertThat(told.notes()).contains("repetition 1 is left out: 1 of its 2 slices came");
  }

  @Test
  void shouldCountARepetitionOnce() throws Exception {
    scanner.begin(1);
    scanner.image(volume());
    scanner.image(volume());
    scanner.end();
    told.await(RunEnded.class, 1);
    assertThat(told.indices()).containsExactly(0);
  }

  @Test
  void shouldLeaveOutPhaseImagesAndOtherEchoes() throws Exception {
    scanner.begin(2);
    Image phase = new Image(0, 0);
    phase.imageType = 2;
    Image echo = new Image(0, 0);
    echo.contrast = 1;
    scanner.image(phase);
    scanner.image(echo);
    scanner.repetition(0);
    told.await(Happened.class, 1);
    assertThat(told.notes())
        .anyMatch(note -> note.contains("no magnitude"))
        .anyMatch(note -> note.contains("--contrast"));
  }

  @Test
  void shouldTakeTheMagnitudeOfComplexImages() throws Exception {
    scanner.begin(1);
    Image image = volume();
    image.dataType = 7;
    image.imageType = 5;
    ByteBuffer parts = MrdSender.little(12 * 8);
    for (int i = 0; i < 12; i++) {
      parts.putFloat(3 * i).putFloat(4 * i);
    }
    image.data = parts.array();
    scanner.image(image);
    told.await(Happened.class, 1);
    assertThat(voxels()).containsExactly(IntStream.range(0, 12).mapToDouble(i -> 5 * i).toArray());
  }

  @Test
  void shouldRefuseRawDataWithAReasonOnBothSides() throws Exception {
    scanner.begin(2);
    scanner.raw(MrdSender.little(342).putShort((short) 1008).array());
    assertThat(new String(scanner.answer(), StandardCharsets.UTF_8)).contains("raw data");
    told.awaitNote("raw data came (message 1008");
  }

  @Test
  void shouldBreakTheRunWhoseConnectionBreaksWithinAnImage() throws Exception {
    scanner.begin(2);
    scanner.repetition(0);
    scanner.raw(java.util.Arrays.copyOf(new Image(1, 0).bytes(), 215));
    scanner.close();
    told.await(RunBroken.class, 1);
    assertThat(told.reasons().get(0)).contains("slice 0 of repetition 1 is not whole");
  }

  @Test
  void shouldNameTheFieldThatIsWrongAndTakeTheNextConnection() throws Exception {
    Image image = new Image(0, 0);
    image.fieldOfView = Double.NaN;
    scanner.image(image);
    told.awaitNote("field_of_view is NaN");
    try (MrdSender next = new MrdSender(told.port())) {
      next.begin(2);
      next.repetition(0);
      told.await(Happened.class, 1);
    }
    assertThat(told.reasons()).isEmpty();
  }

  @Test
  void shouldAskForCombinedChannels() throws Exception {
    Image image = new Image(0, 0);
    image.channels = 4;
    scanner.image(image);
    told.awaitNote("channels is 4; combine the receiver channels");
  }

  @Test
  void shouldRefuseADocumentType() throws Exception {
    scanner.text(3, "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/hostname\">]><x>&y;</x>");
    told.awaitNote("the MRD header is no XML");
  }

  @Test
  void shouldSkipWaveformsAndTexts() throws Exception {
    scanner.begin(2);
    scanner.text(5, "hello");
    ByteBuffer waveform = MrdSender.little(2 + 40 + 24).putShort((short) 1026);
    scanner.raw(waveform.position(2 + 28).putShort((short) 3).putShort((short) 2).array());
    scanner.repetition(0);
    told.await(Happened.class, 1);
    assertThat(told.notes()).noneMatch(note -> note.contains("closed"));
  }

  private static Image volume() {
    Image image = new Image(0, 0);
    image.depth = 2;
    ByteBuffer voxels = MrdSender.little(24);
    for (int i = 0; i < 12; i++) {
      voxels.putShort((short) i);
    }
    image.data = voxels.array();
    return image;
  }

  private double[] voxels() {
    var view = told.volumes().get(0).data().view(SHAPE);
    return IntStream.range(0, view.size()).mapToDouble(view::value).toArray();
  }
}
