package io.mindstream.preprocess.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.preprocess.TestRun;
import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.preprocess.config.Revisions;
import io.mindstream.preprocess.normalise.VectorMethod;
import io.mindstream.preprocess.quality.QualityLimits;
import io.mindstream.preprocess.roi.Realign;
import io.mindstream.preprocess.trial.WindowMode;
import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.avro.VoxelVector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Utils;

/**
 * However the three scanner topics interleave, and whatever order volumes come in, each late by as
 * much as it may be, the same vectors come out. What must come out is worked out here from the
 * volumes alone.
 */
class InterleavingProperties {

  private static final int TRIES = 50;
  private static final String DENOISED = "denoised(drift=poly1,motion=0,spikes=censor)";
  private static final String GLM = "glm(drift=poly1,motion=0,noise=ar1,steady=120)";
  private static final String FIR = "denoised(drift=poly1,motion=0,spikes=keep,overlap=fir)";
  private static final String TOLD =
      "glm(drift=poly1,motion=0,steady=0,spikes=keep,standard=running)";
  private static final String REPEATS =
      "glm(drift=poly1,motion=0,spikes=keep,standard=running,repeats=mean)";
  private static final PreprocessConfig PATIENT =
      new PreprocessConfig(
          WindowMode.PerEvent.STANDARD,
          new VectorMethod.Mean(),
          Realign.WATCH,
          QualityLimits.DEFAULT,
          new Revisions(List.of(Duration.ZERO, Duration.ofSeconds(4))),
          0.5,
          TestStream.CONFIG.waits(),
          TestStream.CONFIG.lateVolumes(),
          1000,
          TestStream.CONFIG.engine());

  private static Path stateDir;
  private static TestStream none;
  private static final List<TestStream> OTHERS = new ArrayList<>();
  private static int runs;

  @BeforeContainer
  static void open() throws IOException {
    stateDir = Files.createTempDirectory("interleaving");
    none = stream("none", new VectorMethod.Mean());
    for (String method : List.of("running", "percent", DENOISED, FIR, GLM, TOLD, REPEATS)) {
      OTHERS.add(stream("method-" + OTHERS.size(), VectorMethod.of(method, 120)));
    }
  }

  @AfterContainer
  static void close() throws IOException {
    none.close();
    OTHERS.forEach(TestStream::close);
    Utils.delete(stateDir.toFile());
  }

  @Property(tries = TRIES)
  void shouldEmitWhatTheVolumesSayHoweverTheTopicsInterleave(@ForAll Random random) {
    Session session = Session.random(nextRun(), random);

    List<String> emitted = play(none, random, List.of(session));

    assertThat(emitted).containsExactlyInAnyOrderElementsOf(session.expected());
  }

  @Property(tries = TRIES)
  void shouldEmitEachSessionOfARunThatIsPlayedTwice(@ForAll Random random) {
    TestRun run = nextRun();
    Session first = Session.random(run, random);
    Session second = Session.random(run.again(), random);

    List<String> emitted = play(none, random, List.of(first, second));

    List<String> expected = new ArrayList<>(first.expected());
    expected.addAll(second.expected());
    assertThat(emitted).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Property(tries = TRIES)
  void shouldNormaliseTheSameHoweverTheTopicsInterleave(@ForAll Random random) {
    Session session = Session.random(nextRun(55, 10), random).noisy();
    TestStream stream = OTHERS.get(random.nextInt(OTHERS.size()));
    List<String> once = play(stream, random, List.of(session));

    Session copy = session.named(nextRun(55, 10)).shuffled(random);
    List<String> again = play(stream, random, List.of(copy));

    assertThat(again).containsExactlyInAnyOrderElementsOf(once);
  }

  @Property(tries = 10)
  void shouldTellLaterTrialsAgainstEarlierOnes(@ForAll Random random) {
    Session session = Session.random(nextRun(55, 10), random).noisy();

    assertThat(play(OTHERS.get(OTHERS.size() - 1), random, List.of(session))).isNotEmpty();
  }

  /** Sends the records in a random interleaving; returns what came out, as text. */
  private static List<String> play(TestStream stream, Random random, List<Session> sessions) {
    int before = stream.vectors().size();
    List<List<SpecificRecord>> topics =
        List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Session session : sessions) {
      topics.get(0).addAll(session.headers());
      topics.get(1).addAll(session.volumes());
      topics.get(2).addAll(session.events());
    }
    // Long stretches of one topic are as likely as a fine mixture.
    int stretch = 1 + random.nextInt(40);
    while (topics.stream().anyMatch(topic -> !topic.isEmpty())) {
      List<SpecificRecord> topic = topics.get(random.nextInt(3));
      for (int i = 0; i < stretch && !topic.isEmpty(); i++) {
        stream.send(topic.remove(0));
      }
    }
    List<VoxelVector> all = stream.vectors();
    return all.subList(before, all.size()).stream().map(InterleavingProperties::text).toList();
  }

  private static String text(VoxelVector vector) {
    return text(
        vector.getTrialIndex(),
        vector.getRevision(),
        vector.getVolumesUsed(),
        vector.getTrialsAveraged(),
        vector.getValues(),
        vector.getTimes().getLastVolumeAcquiredAt());
  }

  private static String text(Object... parts) {
    return List.of(parts).toString();
  }

  private static TestRun nextRun() {
    return nextRun(20, 3);
  }

  private static TestRun nextRun(int volumes, int trials) {
    runs++;
    return new TestRun("sub-01_task-viewing_run-" + runs, TestRun.START, volumes, trials);
  }

  private static TestStream stream(String name, VectorMethod method) {
    TestStream stream =
        new TestStream(PATIENT.with(PATIENT.windows(), method), stateDir.resolve(name));
    stream.roi(TestRun.RUN.roi());
    return stream;
  }

  /**
   * One session: the order of its volumes, with gaps, duplicates and late ones, and whether each
   * event is sent twice.
   */
  private record Session(TestRun run, List<Integer> order, List<Integer> trials, boolean noise) {

    /** The same with values that no drift explains. */
    Session noisy() {
      return new Session(run, order, trials, true);
    }

    static Session random(TestRun run, Random random) {
      List<Integer> sent = new ArrayList<>();
      for (int index = 0; index < run.volumes(); index++) {
        if (index == 0 || random.nextInt(8) > 0) {
          sent.add(index);
        }
      }
      List<Integer> trials = new ArrayList<>();
      for (int trial = 0; trial < run.trials(); trial++) {
        trials.add(trial);
        if (random.nextInt(4) == 0) {
          trials.add(random.nextInt(trial + 1));
        }
      }
      return new Session(run, sent, trials, false).shuffled(random);
    }

    /** The same volumes, each late by as many as it may be or fewer, some of them twice. */
    Session shuffled(Random random) {
      TreeMap<Double, Integer> places = new TreeMap<>();
      for (int index : new TreeSet<>(order)) {
        places.put(index + late(random), index);
      }
      List<Integer> shuffled = new ArrayList<>(places.values());
      for (int i = shuffled.size(); i > 0; i--) {
        if (random.nextInt(8) == 0) {
          shuffled.add(i, shuffled.get(random.nextInt(i)));
        }
      }
      return new Session(run, shuffled, trials, noise);
    }

    private static double late(Random random) {
      int by = random.nextInt(4) == 0 ? 1 + random.nextInt(PATIENT.lateVolumes()) : 0;
      return by == 0 ? 0 : by + 0.1 + 0.8 * random.nextDouble();
    }

    Session named(TestRun other) {
      return new Session(other, order, trials, noise);
    }

    List<SpecificRecord> headers() {
      int published = (int) order.stream().distinct().count();
      return List.of(
          run.header().build(), run.header().build(), run.end(RunState.ENDED, published).build());
    }

    List<SpecificRecord> volumes() {
      List<SpecificRecord> volumes = new ArrayList<>();
      order.forEach(index -> volumes.add(volume(index)));
      return volumes;
    }

    /** The second session's values differ from the first's. */
    private BoldVolume volume(int index) {
      int session = run.startedAt().equals(TestRun.START) ? 0 : 50;
      double wave = noise ? 8 * Math.sin(index * (index + 1.7)) : 0;
      return run.volume(index).setIntercept(session + wave).build();
    }

    List<SpecificRecord> events() {
      List<SpecificRecord> events = new ArrayList<>();
      trials.forEach(
          trial ->
              events.add(
                  run.event(trial)
                      .setStimulusId("face-" + trial % 3)
                      .setWindowLengthSeconds(noise && trial % 4 == 3 ? 2.0 : null)
                      .build()));
      return events;
    }

    /** The mean over what was sent of the window; once more where the run goes on after it. */
    List<String> expected() {
      TreeSet<Integer> sent = new TreeSet<>(order);
      List<String> expected = new ArrayList<>();
      for (int trial = 0; trial < run.trials(); trial++) {
        int last = 5 * trial + 4;
        SortedSet<Integer> window = sent.subSet(last - 1, last + 1);
        if (!window.isEmpty()) { // one of two volumes is enough
          expected.add(expected(trial, 1, window, window.last()));
          if (sent.last() > last) {
            expected.add(expected(trial, 2, window, sent.floor(last + 2)));
          }
        }
      }
      return expected;
    }

    private String expected(int trial, int revision, SortedSet<Integer> window, int newest) {
      float mean = (float) window.stream().mapToInt(i -> i).average().orElseThrow();
      float offset = run.startedAt().equals(TestRun.START) ? 0 : 50;
      return text(
          trial,
          revision,
          window.size(),
          1,
          List.of(400 + offset + mean, 100 + offset + mean),
          run.volume(newest).getAcquiredAt());
    }
  }
}
