package io.mindstream.bridge.console;

import io.mindstream.bridge.simulation.SimulationSettings;
import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.bridge.source.FeedRun;
import io.mindstream.bridge.source.SimulatedScanner;
import io.mindstream.bridge.source.Speed;
import io.mindstream.imaging.nifti.VolumeData;
import io.mindstream.schemas.fmri.VolumeShape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Short simulated sessions, played as fast as they go. */
final class Sessions {

  static final int VOLUMES = 4;

  private Sessions() {}

  /** A run of one trial on a grid whose axes differ, with a number of slices that is even. */
  static SimulatedScanner scanner() {
    return new SimulatedScanner(
        SimulationSettings.defaults()
            .withRuns(1)
            .withTrials(1)
            .withShape(new VolumeShape(26, 24, 12)));
  }

  /** The first volumes of the run as the source has them. */
  static List<VolumeData> volumes(SimulatedScanner scanner) {
    List<VolumeData> volumes = new ArrayList<>();
    try (FeedRun.Messages messages = scanner.runs().get(0).open()) {
      while (volumes.size() < VOLUMES) {
        if (messages.next() instanceof FeedMessage.Volume volume) {
          volumes.add(volume.data());
        }
      }
    }
    return volumes;
  }

  static ConsoleOptions options() {
    return new ConsoleOptions(
        OptionalDouble.empty(), Speed.MAX, 0, OptionalInt.of(VOLUMES), "Simulated^Person");
  }

  /** Plays the first volumes. */
  static void play(SimulatedScanner scanner, Vendor vendor, Target target) {
    play(
        scanner, new ConsoleSession(vendor, target, options(), Optional.empty(), Optional.empty()));
  }

  static boolean play(SimulatedScanner scanner, ConsoleSession session) {
    try {
      return session.play(
          Programme.of(scanner),
          time -> false,
          new ConsoleSession.Listener() {
            @Override
            public void sent(int series, int volume) {}

            @Override
            public void note(String text) {
              throw new AssertionError(text);
            }
          });
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Plays the first volumes into a folder. */
  static void write(SimulatedScanner scanner, Vendor vendor, Path folder) {
    play(scanner, vendor, new Target.Folder(folder));
  }
}
