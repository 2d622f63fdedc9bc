package io.mindstream.preprocess.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.Conversion;
import org.apache.avro.LogicalTypes;
import org.apache.avro.data.TimeConversions.TimestampMicrosConversion;
import org.apache.kafka.common.serialization.Serde;

/** What is stored is read back as it was, and nothing else is read. */
class StateSerdeProperties {

  private static final String STORE = "some-store-v6";
  private static final String CHANGELOG = "app-some-store-v6-changelog";
  private static final Serde<Run> RUNS =
      RunSerde.of(
          STORE,
          new AvroCodec<>("scanner.runs-value", RunHeader.class, new SchemaRegistry("mock://")));
  private static final Serde<VolumeRow> ROWS = RowSerde.of(STORE);
  private static final Serde<ScannerRecord> RECORDS = RecordSerde.of(STORE);

  @Property
  void shouldReadARunAsItWas(@ForAll("runs") Run run) {
    assertThat(roundTrip(RUNS, run)).isEqualTo(run);
  }

  @Property
  void shouldReadARowAsItWas(@ForAll("rows") VolumeRow row) {
    assertThat(roundTrip(ROWS, row)).usingRecursiveComparison().isEqualTo(row);
  }

  @Property
  void shouldReadAnRoiAsItWas(@ForAll int[] indices) {
    RoiVoxels read = roundTrip(RoiSerde.of(STORE), RoiVoxels.ofChecked(indices));

    assertThat(read.indices()).isEqualTo(indices);
  }

  @Property
  void shouldReadAHeldRecordAsItWas(@ForAll("records") ScannerRecord record) {
    assertThat(roundTrip(RECORDS, record)).usingRecursiveComparison().isEqualTo(record);
  }

  @Property
  void shouldReadATrialAsItWas(@ForAll("trials") KnownTrial trial) {
    assertThat(roundTrip(TrialSerde.of(STORE), trial)).usingRecursiveComparison().isEqualTo(trial);
  }

  @Property
  void shouldReadATrialsNumberAsItWas(@ForAll int trial) {
    assertThat(roundTrip(TrialSerde.numbers(STORE), trial)).isEqualTo(trial);
  }

  @Property
  void shouldNameEveryOtherFormat(@ForAll("rows") VolumeRow row, @ForAll byte format) {
    byte[] bytes = ROWS.serializer().serialize(CHANGELOG, row);
    bytes[0] = format == StateFormat.VERSION ? 1 : format;

    assertThatThrownBy(() -> ROWS.deserializer().deserialize(CHANGELOG, bytes))
        .isInstanceOf(StoredStateException.class)
        .hasMessageContainingAll(
            STORE, "format " + bytes[0], "expected 6", "state-dir", "app-.*-changelog");
  }

  @Property
  void shouldNeverReadARunThatIsCutOff(@ForAll("runs") Run run, @ForAll("shares") double share) {
    byte[] bytes = RUNS.serializer().serialize(CHANGELOG, run);
    byte[] cut = Arrays.copyOf(bytes, (int) (share * bytes.length));

    assertThatThrownBy(() -> RUNS.deserializer().deserialize(CHANGELOG, cut))
        .isInstanceOf(StoredStateException.class);
  }

  @Property
  void shouldNeverReadARecordWithMoreAfterIt(@ForAll("records") ScannerRecord record) {
    byte[] bytes = RECORDS.serializer().serialize(CHANGELOG, record);
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);

    assertThatThrownBy(() -> RECORDS.deserializer().deserialize(CHANGELOG, longer))
        .hasMessageContaining("1 bytes are left over");
  }

  @Provide
  Arbitrary<Run> runs() {
    return Combinators.combine(phases(), numbers(), numbers(), progress(), ends().injectNull(0.3))
        .as(
            (phase, startedAt, activeAt, progress, end) ->
                new Run(TestRun.RUN.header().build(), phase, startedAt, activeAt, progress, end));
  }

  @Provide
  Arbitrary<VolumeRow> rows() {
    return Combinators.combine(
            numbers(),
            times(),
            times(),
            Arbitraries.floats().array(float[].class),
            contexts(),
            Arbitraries.of(true, false))
        .as(VolumeRow::new);
  }

  private static Arbitrary<VolumeContext> contexts() {
    return Combinators.combine(
            Arbitraries.floats().array(float[].class),
            Arbitraries.doubles().array(double[].class).ofMaxSize(6),
            Arbitraries.doubles())
        .as(VolumeContext::new);
  }

  @Provide
  Arbitrary<ScannerRecord> records() {
    Arbitrary<Origin> origins =
        Combinators.combine(texts(), Arbitraries.integers(), numbers()).as(Origin::new);
    return Combinators.combine(
            origins, numbers(), numbers(), bytes(), bytes(), Arbitraries.of(true, false))
        .as(ScannerRecord::new);
  }

  @Provide
  Arbitrary<KnownTrial> trials() {
    Arbitrary<Integer> counts = Arbitraries.integers();
    return Combinators.combine(
            times(),
            counts,
            foldTrials(),
            counts,
            Arbitraries.of(true, false),
            records().injectNull(0.3))
        .as(KnownTrial::new);
  }

  private static Arbitrary<FoldTrial> foldTrials() {
    Arbitrary<Double> seconds = Arbitraries.doubles();
    Arbitrary<Integer> counts = Arbitraries.integers();
    return Combinators.combine(texts().optional(), counts, seconds, seconds, counts.list())
        .as((id, index, onset, length, due) -> new FoldTrial(index, id, onset, length, due));
  }

  @Provide
  Arbitrary<Double> shares() {
    return Arbitraries.doubles().between(0, true, 1, false);
  }

  private static Arbitrary<RunPhase> phases() {
    Arbitrary<RunPhase> refused =
        Combinators.combine(Arbitraries.of(FailureCode.values()), texts())
            .as(RunPhase.Refused::new);
    return Arbitraries.oneOf(
        Arbitraries.of(new RunPhase.AwaitingRoi(), new RunPhase.Active(), new RunPhase.Cleaned()),
        refused);
  }

  private static Arbitrary<RunProgress> progress() {
    Arbitrary<Integer> counts = Arbitraries.integers();
    return Combinators.combine(counts, counts, counts, counts, counts).as(RunProgress::new);
  }

  private static Arbitrary<RunEnd> ends() {
    return Combinators.combine(
            Arbitraries.of(RunState.values()),
            Arbitraries.integers(),
            Arbitraries.integers(),
            numbers(),
            Arbitraries.of(true, false))
        .as(RunEnd::new);
  }

  /** Some are longer than the 65535 bytes that a text of Java's data streams may have. */
  private static Arbitrary<String> texts() {
    Arbitrary<String> small = Arbitraries.of("", "scanner.runs", "a\u0000b", "\u00e9\ud83e\udde0");
    return Arbitraries.oneOf(small, small.map(text -> text.repeat(70_000)));
  }

  private static Arbitrary<byte[]> bytes() {
    return Arbitraries.bytes().array(byte[].class).injectNull(0.2);
  }

  private static Arbitrary<Long> numbers() {
    return Arbitraries.longs();
  }

  /** Every time that an Avro record can carry, absurd ones too. */
  private static Arbitrary<Instant> times() {
    Conversion<Instant> micros = new TimestampMicrosConversion();
    return Arbitraries.longs()
        .map(time -> micros.fromLong(time, null, LogicalTypes.timestampMicros()));
  }

  private static <T> T roundTrip(Serde<T> serde, T value) {
    return serde
        .deserializer()
        .deserialize(CHANGELOG, serde.serializer().serialize(CHANGELOG, value));
  }
}
