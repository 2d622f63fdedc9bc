package io.mindstream.bridge.simulation;

import io.mindstream.imaging.nifti.VolumeData;
import io.mindstream.schemas.avro.Geometry;
import io.mindstream.schemas.fmri.StoredVoxels;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/** A subject, a head on a grid and the plan of each run: all that a session's bytes follow from. */
public final class SimulatedSession {

  private static final long NOISE = 5;

  private final SimulationSettings settings;
  private final SimulatedSubject subject;
  private final HeadPhantom head;
  private final List<RunPlan> plans;

  /**
   * Makes a session (about a second).
   *
   * @throws IllegalArgumentException where the visual voxels do not fit into the grid
   */
  public SimulatedSession(SimulationSettings settings) {
    this.settings = settings;
    this.head =
        new HeadPhantom(
            settings.shape(), settings.voxels(), settings.noise(), settings.subjectSeed());
    this.subject =
        new SimulatedSubject(settings.subjectSeed(), settings.voxels(), settings.noise());
    this.plans =
        IntStream.range(0, settings.runs()).mapToObj(run -> RunPlan.of(settings, run)).toList();
  }

  /** Grid and place of the volumes. */
  public Geometry geometry() {
    return head.geometry();
  }

  /** Linear indices of the visual voxels, ascending, in the order of the subject's voxels. */
  public int[] visualVoxels() {
    return head.visual();
  }

  /** What is shown in a run, origin 0. */
  public RunPlan plan(int run) {
    return plans.get(run);
  }

  /** The picture of a trial as PNG. */
  public byte[] png(Presentation trial) {
    return trial.stimulus().png(settings.stimulusPixels());
  }

  /** The volumes of a run, origin 0, each made when it is asked for. */
  public Iterator<VolumeData> volumes(int run) {
    RunPlan plan = plan(run);
    long noiseSeed = Seeds.random(settings.seed(), run, NOISE).nextLong();
    float[][] series =
        subject.series(plan.trials(), plan.volumes(), settings.repetitionTimeSeconds(), noiseSeed);
    return IntStream.range(0, plan.volumes())
        .mapToObj(
            t ->
                new VolumeData(
                    StoredVoxels.Type.INT16, 1, 0, head.volume(series[t], noiseSeed + t + 1)))
        .iterator();
  }
}
