package io.mindstream.sink.dashboard;

import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.Geometry;
import io.mindstream.schemas.avro.RunHeader;

/** What is known of one run. Not for several threads. */
final class RunCard {

  private RunHeader header;
  private int volumes;
  private int trials;
  private int images;
  private long brainVersion;

  RunCard(RunHeader header) {
    this.header = header;
  }

  /** A header came: the run's end, or the same run played again. */
  void header(RunHeader next) {
    if (!next.getStartedAt().equals(header.getStartedAt())) {
      volumes = 0;
      trials = 0;
      images = 0;
    }
    header = next;
    volumes = Math.max(volumes, next.getPublishedVolumes().orElse(0));
  }

  void volume(BoldVolume volume) {
    volumes = Math.max(volumes, volume.getIndex() + 1);
  }

  /** A picture tells that the scan is at least so far, where volumes are not followed. */
  void reached(int lastVolume) {
    volumes = Math.max(volumes, lastVolume + 1);
  }

  void trial() {
    trials++;
  }

  void image() {
    images++;
  }

  void brain(long version) {
    brainVersion = version;
  }

  BoardState.Run state() {
    Geometry grid = header.getGeometry();
    return new BoardState.Run(
        header.getRunId(),
        header.getState().name(),
        header.getSource(),
        header.getSimulated(),
        header.getRepetitionTimeSeconds(),
        grid.getNx() + " × " + grid.getNy() + " × " + grid.getNz(),
        header.getRoiId(),
        volumes,
        header.getExpectedVolumes().orElse(null),
        trials,
        header.getExpectedTrials().orElse(null),
        images,
        header.getReason().orElse(null),
        brainVersion == 0 ? null : "/api/brain.png?v=" + brainVersion);
  }
}
