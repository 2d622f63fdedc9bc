package io.mindstream.preprocess.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.preprocess.normalise.OfflineVectors.Asked;
import io.mindstream.preprocess.normalise.VectorMethod.FoldedRun;
import io.mindstream.preprocess.run.VolumeContext;
import io.mindstream.preprocess.run.VolumeRow;
import io.mindstream.preprocess.trial.FoldTrial;
import io.mindstream.preprocess.trial.TrialWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Nothing measured after a vector's moment changes a bit of it, and nothing measured before is
 * without effect on all: of every method.
 */
class NoLookAheadProperties {

  private static final int TRIES = 100;
  private static final int VOLUMES = 75;
  private static final int TRIALS = 9;

  /** From which on a trial has enough before it, however late their answers are. */
  private static final int TOLD = 5;

  private static final int VOXELS = 5;
  private static final int OUTSIDE = 8;
  private static final FoldedRun RUN = new FoldedRun(VOXELS, 2, OptionalInt.of(VOLUMES), OUTSIDE);

  @Property(tries = TRIES)
  void shouldNotKnowAnyVolumeAfterItsMoment(
      @ForAll("methods") VectorMethod method, @ForAll Random random) {
    List<VolumeRow> rows = rows(random);
    List<Asked> asked = asked(random);
    Asked one = asked.get(TOLD + random.nextInt(TRIALS - TOLD));
    int changed = one.newestVolume() + 1 + random.nextInt(VOLUMES - one.newestVolume() - 1);

    float[] before = vector(method, rows, asked, one);
    float[] after = vector(method, changed(rows, changed, random), asked, one);

    assertThat(after).containsExactly(before);
  }

  /** A vector that nothing changes would pass the other test as well. */
  @Property(tries = TRIES)
  void shouldKnowTheVolumesOfItsWindow(
      @ForAll("methods") VectorMethod method, @ForAll Random random) {
    List<VolumeRow> rows = rows(random);
    List<Asked> asked = asked(random);
    Asked one = asked.get(TOLD + random.nextInt(TRIALS - TOLD));

    float[] before = vector(method, rows, asked, one);
    float[] after = vector(method, changed(rows, one.window().last(), random), asked, one);

    assertThat(after).isNotEqualTo(before);
  }

  @Property(tries = TRIES)
  void shouldNotKnowTrialsWhoseEventsAreReadLater(
      @ForAll("methods") VectorMethod method, @ForAll Random random) {
    List<VolumeRow> rows = rows(random);
    List<Asked> asked = asked(random);

    float[] all = vector(method, rows, asked, asked.get(TOLD));
    float[] without = vector(method, rows, asked.subList(0, TOLD + 1), asked.get(TOLD));

    assertThat(all).containsExactly(without);
  }

  @Provide
  Arbitrary<VectorMethod> methods() {
    return Arbitraries.of(
            "none",
            "running",
            "percent",
            "denoised(drift=poly2,motion=24,components=3,spikes=keep)",
            "denoised(drift=poly1,motion=0,spikes=keep,overlap=fir)",
            "glm(hrf=glover,drift=0.01,motion=6,components=3,noise=ar1,spikes=keep,score=t)",
            "glm(hrf=spm,drift=poly1,motion=0,noise=white,spikes=limit)",
            "glm(motion=6,noise=ar1,spikes=keep,standard=running)",
            "glm(motion=0,noise=white,spikes=keep,repeats=mean)",
            "glm(motion=0,spikes=censor,standard=running,repeats=mean)")
        .map(name -> VectorMethod.of(name, 120));
  }

  private static float[] vector(
      VectorMethod method, List<VolumeRow> rows, List<Asked> asked, Asked one) {
    return OfflineVectors.of(method, RUN, rows, asked)
        .get(asked.indexOf(one))
        .orElseThrow()
        .values();
  }

  /**
   * Trials of three stimuli whose responses overlap, each asked for at some moment after its
   * window.
   */
  private static List<Asked> asked(Random random) {
    List<Asked> asked = new ArrayList<>();
    for (int i = 0; i < TRIALS; i++) {
      double onset = 20 + 12 * i;
      int first = 13 + 6 * i;
      asked.add(
          new Asked(
              new FoldTrial(i, Optional.of("face-" + i % 3), onset, 4, List.of()),
              new TrialWindow(first, first + 1),
              first + 1 + random.nextInt(5)));
    }
    return asked;
  }

  private static List<VolumeRow> rows(Random random) {
    List<VolumeRow> rows = new ArrayList<>();
    for (int t = 0; t < VOLUMES; t++) {
      rows.add(row(t, random));
    }
    return rows;
  }

  private static List<VolumeRow> changed(List<VolumeRow> rows, int index, Random random) {
    List<VolumeRow> changed = new ArrayList<>(rows);
    changed.set(index, row(index, random));
    return changed;
  }

  private static VolumeRow row(int index, Random random) {
    Instant at = Instant.EPOCH.plusSeconds(2L * index);
    VolumeContext context =
        new VolumeContext(noise(OUTSIDE, random), motion(random), random.nextDouble() / 10);
    return new VolumeRow(0, at, at, noise(VOXELS, random), context);
  }

  private static float[] noise(int count, Random random) {
    float[] values = new float[count];
    for (int v = 0; v < count; v++) {
      values[v] = (float) (1000 + 100 * v + 10 * random.nextGaussian());
    }
    return values;
  }

  private static double[] motion(Random random) {
    return random.doubles(6, -0.01, 0.01).toArray();
  }
}
