package io.mindstream.preprocess.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.preprocess.TestRun;
import io.mindstream.preprocess.roi.RoiVoxels;
import io.mindstream.preprocess.run.KnownTrial;
import io.mindstream.preprocess.run.Run;
import io.mindstream.preprocess.run.RunEnd;
import io.mindstream.preprocess.run.RunPhase;
import io.mindstream.preprocess.run.RunProgress;
import io.mindstream.preprocess.run.ScannerRecord;
import io.mindstream.preprocess.run.VolumeContext;
import io.mindstream.preprocess.run.VolumeRow;
import io.mindstream.preprocess.trial.FoldTrial;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.failure.DeadLetters.Origin;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.serde.AvroCodec;
import io.mindstream.schemas.serde.SchemaRegistry;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

/** The bytes of the format. Where one changes, raise {@link StateFormat#VERSION}, then pin anew. */
class StateFormatTest {

  private static final ScannerRecord RECORD =
      new ScannerRecord(new Origin("t", 1, 2), 3, 4, new byte[] {5}, null, true);
  private static final String RECORD_FIELDS =
      "0000000174000000010000000000000002000000000000000300000000000000040000000105ffffffff01";
  private static final FoldTrial TRIAL = new FoldTrial(7, Optional.of("a"), 2, 3, List.of(8, 9));
  private static final String TRIAL_FIELDS =
      "0000000100000007010000000161400000000000000040080000000000000000000800000008000000090000000401";
  private static final Instant TIME = Instant.ofEpochSecond(1, 2000);

  @Test
  void shouldWriteARowAsEver() {
    VolumeContext context =
        new VolumeContext(new float[] {2.5f}, new double[] {1, 0, 0, 0, 0, 0}, 0.5);
    VolumeRow row = new VolumeRow(2, TIME, TIME, new float[] {1.5f}, context);

    assertThat(bytes(RowSerde.of("s"), row))
        .isEqualTo(
            "06000000000000000200000000000f424200000000000f424200063ff0000000000000"
                + "0".repeat(80)
                + "3fe000000000000000000001402000003fc00000");
  }

  @Test
  void shouldWriteAnRoiAsEver() {
    assertThat(bytes(RoiSerde.of("s"), RoiVoxels.ofChecked(new int[] {7, 1})))
        .isEqualTo("060000000700000001");
  }

  @Test
  void shouldWriteAHeldRecordAsEver() {
    assertThat(bytes(RecordSerde.of("s"), RECORD)).isEqualTo("06" + RECORD_FIELDS);
  }

  @Test
  void shouldWriteATrialThatWaitsAsEver() {
    assertThat(bytes(TrialSerde.of("s"), new KnownTrial(TIME, 1, TRIAL, 4, true, RECORD)))
        .isEqualTo("0600000000000f4242" + TRIAL_FIELDS + "01" + RECORD_FIELDS);
  }

  @Test
  void shouldWriteASettledTrialAsEver() {
    assertThat(bytes(TrialSerde.of("s"), new KnownTrial(TIME, 1, TRIAL, 4, true, null)))
        .isEqualTo("0600000000000f4242" + TRIAL_FIELDS + "00");
  }

  @Test
  void shouldWriteADueTrialAsEver() {
    assertThat(bytes(TrialSerde.numbers("s"), 9)).isEqualTo("0600000009");
  }

  @Test
  void shouldWriteARunAsEver() {
    assertThat(afterHeader(new RunPhase.Active(), null))
        .isEqualTo(
            "060100000000000000010000000000000002000000030000000400000007000000050000000600");
  }

  @Test
  void shouldWriteARefusedRunThatEndedAsEver() {
    RunEnd end = new RunEnd(RunState.ENDED, 5, 6, 7, true);

    assertThat(afterHeader(new RunPhase.Refused(FailureCode.UNKNOWN_ROI, "m"), end))
        .isEqualTo(
            "06020000000b554e4b4e4f574e5f524f49000000016d0000000000000001000000000000000200000003"
                + "000000040000000700000005000000060100000005454e4445440000000500000006000000000000000701");
  }

  /** A run's bytes without its header, which is Avro and may grow. */
  private static String afterHeader(RunPhase phase, RunEnd end) {
    AvroCodec<RunHeader> headers =
        new AvroCodec<>("scanner.runs-value", RunHeader.class, new SchemaRegistry("mock://"));
    RunHeader header = TestRun.RUN.header().build();
    Run run = new Run(header, phase, 1, 2, new RunProgress(3, 4, 7, 5, 6), end);
    String all = bytes(RunSerde.of("s", headers), run);
    int headerDigits = 2 * (Integer.BYTES + headers.encode(header).length);
    return all.substring(0, 2) + all.substring(2 + headerDigits);
  }

  private static <T> String bytes(Serde<T> serde, T value) {
    return HexFormat.of().formatHex(serde.serializer().serialize("", value));
  }
}
