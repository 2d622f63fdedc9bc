package io.mindstream.bridge.source;

import io.mindstream.bridge.simulation.SimulatedSession;
import io.mindstream.bridge.simulation.SimulationSettings;
import io.mindstream.imaging.roi.RoiMasks;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.fmri.RunId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** A scanner that exists in memory only. The same settings always give the same bytes. */
public final class SimulatedScanner implements Feed {

  private final SimulationSettings settings;
  private final RoiMask roi;
  private final List<FeedRun> runs;

  /**
   * Makes the subject and plans all runs (about a second); volumes are made as they are asked for.
   *
   * @throws IllegalArgumentException where the visual voxels do not fit into the grid
   */
  public SimulatedScanner(SimulationSettings settings) {
    this.settings = settings;
    SimulatedSession session = new SimulatedSession(settings);
    this.roi =
        RoiMasks.mask(
            subject(),
            "visual",
            session.geometry(),
            session.visualVoxels(),
            "visual voxels of the simulated subject " + settings.subjectSeed());
    this.runs =
        IntStream.range(0, settings.runs()).<FeedRun>mapToObj(run -> run(session, run)).toList();
  }

  @Override
  public String description() {
    return String.format(
        Locale.ROOT,
        "simulated, subject %d, seed %d, noise x%.3g",
        settings.subjectSeed(),
        settings.seed(),
        settings.noise());
  }

  @Override
  public RoiMask roi() {
    return roi;
  }

  @Override
  public List<FeedRun> runs() {
    return runs;
  }

  @Override
  public List<String> problems() {
    return List.of();
  }

  private FeedRun run(SimulatedSession session, int run) {
    RunId id =
        new RunId(
            subject(),
            Optional.empty(),
            "viewing",
            Optional.of(String.format(Locale.ROOT, "%02d", run + 1)));
    RunDescription description =
        new RunDescription(
            id, settings.repetitionTimeSeconds(), session.geometry(), description(), true);
    return new SimulatedRun(description, session, run);
  }

  private String subject() {
    return "sim" + settings.subjectSeed();
  }
}
