package io.mindstream.preprocess.run;

import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.fmri.VolumeShape;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One session of one run, from its STARTED header on. The same run may be played again: a STARTED
 * header with another {@code startedAt} begins a new session, which shares nothing with the old.
 *
 * @param header the STARTED header, checked
 * @param phase what can be done with the run's records
 * @param startedAt when the header was read; wall clock, ms
 * @param activeAt when a record of the run was last read; wall clock, ms
 * @param progress how far the run has come
 * @param end how the run ended; null before that
 */
public record Run(
    RunHeader header,
    RunPhase phase,
    long startedAt,
    long activeAt,
    RunProgress progress,
    @Nullable RunEnd end) {

  /** A session whose header was just read. */
  public static Run started(RunHeader header, long now) {
    return new Run(header, new RunPhase.AwaitingRoi(), now, now, RunProgress.NONE, null);
  }

  /**
   * The same session from its start, for records that were put back from the dead letters: nothing
   * of it is known but its header and that it ended.
   */
  public Run openedAgain(long now) {
    RunEnd declared = end == null ? null : end.openedAgain(now);
    return new Run(header, new RunPhase.AwaitingRoi(), now, now, RunProgress.NONE, declared);
  }

  /** The same run in another phase. */
  public Run in(RunPhase next) {
    return new Run(header, next, startedAt, activeAt, progress, end);
  }

  /** The run with one more volume read. */
  public Run withVolumeRead(long now) {
    return new Run(header, phase, startedAt, now, progress.withVolumeRead(), end);
  }

  /** The run with so many more volumes waiting for a lower index. */
  public Run withWaiting(int more) {
    return new Run(header, phase, startedAt, activeAt, progress.withWaiting(more), end);
  }

  /** The run folded up to a volume. */
  public Run withVolume(int index) {
    return new Run(header, phase, startedAt, activeAt, progress.withVolume(index), end);
  }

  /** The run with one more trial known. */
  public Run withTrial(long now) {
    return new Run(header, phase, startedAt, now, progress.withTrial(), end);
  }

  /** The run with its fixed windows emitted up to a position, exclusive. */
  public Run withNextWindow(int position) {
    return new Run(header, phase, startedAt, activeAt, progress.withNextWindow(position), end);
  }

  /** The run with its end declared. */
  public Run ended(RunEnd declared) {
    return new Run(header, phase, startedAt, declared.at(), progress, declared);
  }

  /** The run with nothing more to wait for. */
  public Run completed(long now) {
    RunEnd declared = end == null ? RunEnd.brokenOff(now) : end;
    return new Run(header, phase, startedAt, activeAt, progress, declared.completed(now));
  }

  /** True where no volume is waited for any more. */
  public boolean complete() {
    return end != null && end.complete();
  }

  /** True where the end was declared and every published volume was read. */
  public boolean hasEveryVolume() {
    return end != null
        && end.publishedVolumes() >= 0
        && progress.volumesRead() >= end.publishedVolumes();
  }

  /** True where every announced event was read, or where none was announced. */
  public boolean hasEveryTrial() {
    return progress.trialsRead() >= header.getExpectedTrials().orElse(0);
  }

  /**
   * How many volumes a run that is over has: up to the last one read, or, where it ENDED properly,
   * as many as were expected. Volumes lost at the end of such a run are missing from a window, they
   * do not cut it.
   */
  public int volumes() {
    int read = progress.highestVolume() + 1;
    if (end == null || end.state() != RunState.ENDED) {
      return read;
    }
    int expected = Math.max(end.expectedVolumes(), header.getExpectedVolumes().orElse(0));
    return Math.max(read, expected);
  }

  /**
   * True where something happened more than one TR before this session's volume 0, so that it
   * belongs to an earlier session.
   */
  public boolean startsAfter(Instant time) {
    return time.isBefore(header.getStartedAt().minusNanos((long) (repetitionTimeSeconds() * 1e9)));
  }

  /** The run's id, which is the same in all its sessions. */
  public String id() {
    return header.getRunId();
  }

  /** TR in seconds. */
  public double repetitionTimeSeconds() {
    return header.getRepetitionTimeSeconds();
  }

  /** The shape that every volume of the run has. */
  public VolumeShape shape() {
    return VolumeShape.of(header.getGeometry());
  }
}
