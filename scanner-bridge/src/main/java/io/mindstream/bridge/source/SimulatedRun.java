package io.mindstream.bridge.source;

import io.mindstream.bridge.simulation.Presentation;
import io.mindstream.bridge.simulation.RunPlan;
import io.mindstream.bridge.simulation.SimulatedSession;
import io.mindstream.schemas.fmri.EventWindow;
import java.util.Iterator;
import java.util.Optional;

/** One run of the simulated scanner. */
record SimulatedRun(RunDescription description, SimulatedSession session, int run)
    implements FeedRun {

  @Override
  public RunLength length() {
    RunPlan plan = session.plan(run);
    return new RunLength(plan.volumes(), plan.trials().size());
  }

  @Override
  public Messages open() {
    RunPlan plan = session.plan(run);
    Iterator<FeedMessage> merged =
        new MergedMessages(
            description,
            session.volumes(run),
            plan.trials().size(),
            trial -> plan.trials().get(trial).onsetSeconds(),
            (trial, due) -> event(plan.trials().get(trial), trial, due));
    return new Simulation(merged);
  }

  private FeedMessage.Event event(Presentation shown, int trial, double dueSeconds) {
    return new FeedMessage.Event(
        trial,
        dueSeconds,
        shown.onsetSeconds(),
        shown.durationSeconds(),
        shown.stimulus().category().label(),
        Optional.of(shown.stimulus().id()),
        Optional.of(session.png(shown)),
        EventWindow.NONE);
  }

  /** Nothing to close. */
  private record Simulation(Iterator<FeedMessage> merged) implements Messages {
    @Override
    public boolean hasNext() {
      return merged.hasNext();
    }

    @Override
    public FeedMessage next() {
      return merged.next();
    }

    @Override
    public void close() {
      // Everything is in memory.
    }
  }
}
