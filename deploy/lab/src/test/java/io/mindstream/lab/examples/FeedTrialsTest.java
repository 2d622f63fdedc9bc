package io.mindstream.lab.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.bridge.simulation.SimulationSettings;
import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.bridge.source.SimulatedScanner;
import io.mindstream.preprocess.normalise.VectorMethod;
import io.mindstream.schemas.fmri.EventWindow;
import io.mindstream.standalone.pipeline.VectorRecipe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A run of eight trials, one of whose windows is a single volume, and that is a spike. */
class FeedTrialsTest {

  private static final int SPOILT = 4;
  private static final VectorRecipe CENSORED =
      new VectorRecipe(
          5, VectorMethod.of("denoised(drift=poly0,motion=0,components=0,spikes=censor)", 120), 0);

  @Test
  void shouldLeaveOutATrialThatHasTooFewVolumes() {
    assertThat(FeedTrials.of(spoilt(), CENSORED))
        .extracting(trial -> trial.event().trialIndex())
        .containsExactly(0, 1, 2, 3, 5, 6, 7);
  }

  private static RecordedRun spoilt() {
    SimulatedScanner scanner =
        new SimulatedScanner(SimulationSettings.defaults().withVoxels(64).withRuns(1));
    RecordedRun run = RecordedRun.read(scanner.runs().get(0), scanner.roi());
    List<FeedMessage.Event> events = new ArrayList<>(run.events());
    events.set(SPOILT, shortened(events.get(SPOILT), run.repetitionTime()));
    int volume = run.finished().window(events.get(SPOILT), CENSORED).first();
    float[][] rows = run.rows().clone();
    rows[volume] = new float[run.voxels()];
    Arrays.fill(rows[volume], 1e5f);
    return new RecordedRun(run.description(), List.copyOf(events), rows);
  }

  private static FeedMessage.Event shortened(FeedMessage.Event event, double seconds) {
    return new FeedMessage.Event(
        event.trialIndex(),
        event.dueSeconds(),
        event.onsetSeconds(),
        event.durationSeconds(),
        event.trialType(),
        event.stimulusId(),
        event.stimulusPng(),
        new EventWindow(Optional.empty(), Optional.of(seconds)));
  }
}
