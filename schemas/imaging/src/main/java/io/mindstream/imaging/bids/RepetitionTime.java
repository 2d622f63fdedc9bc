package io.mindstream.imaging.bids;

import com.fasterxml.jackson.databind.JsonNode;
import io.mindstream.imaging.nifti.Decimal;
import io.mindstream.imaging.nifti.HeaderTime;
import io.mindstream.imaging.nifti.NiftiHeader;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The TR of a series, and where it was taken from: VolumeTiming or RepetitionTime of the nearest
 * sidecar that has one, else the header.
 *
 * @param seconds from one volume to the next
 * @param origin where it comes from and what is odd about it, for people
 */
public record RepetitionTime(double seconds, String origin) {

  private static final double LONGEST_SECONDS = 30;
  private static final double SHORTEST_SECONDS = 0.01;
  private static final double SAME = 1e-3;
  private static final String FIELD = "RepetitionTime";

  /**
   * Takes the TR of a run.
   *
   * @throws BidsException where there is none, it is absurd, or volumes start at unequal times; it
   *     names file and field
   */
  public static RepetitionTime of(BidsRun run, NiftiHeader header) {
    Optional<Sidecar> sidecar = Sidecar.of(run.sidecars());
    return sidecar
        .map(found -> ofSidecar(found, header))
        .orElseGet(() -> ofHeader(run.bold(), header.time()));
  }

  private static RepetitionTime ofSidecar(Sidecar sidecar, NiftiHeader header) {
    Optional<Double> stated = sidecar.repetitionTime().map(value -> stated(sidecar.file(), value));
    Optional<Double> step =
        sidecar
            .volumeTiming()
            .map(value -> VolumeTiming.step(sidecar.file(), value, header.volumes()));
    if (stated.isPresent() && step.isPresent() && differ(stated.get(), step.get())) {
      throw new BidsException(
          sidecar.file(),
          "%s is %s s, but the steps of VolumeTiming are %s s; remove the wrong one"
              .formatted(FIELD, Decimal.text(stated.get()), Decimal.text(step.get())));
    }
    double seconds = stated.or(() -> step).orElseThrow();
    requirePlausible(sidecar.file(), stated.isPresent() ? FIELD : "VolumeTiming", seconds);
    return new RepetitionTime(
        seconds,
        "%s of %s%s"
            .formatted(
                stated.isPresent() ? FIELD : "equal steps of VolumeTiming",
                sidecar.file().getFileName(),
                contradiction(seconds, header.time())));
  }

  private static double stated(Path file, JsonNode value) {
    if (!value.isNumber() || !(value.doubleValue() > 0)) {
      throw new BidsException(file, FIELD + " must be a positive number of seconds, got " + value);
    }
    return value.doubleValue();
  }

  private static String contradiction(double seconds, HeaderTime header) {
    return header.seconds().isPresent() && differ(header.seconds().getAsDouble(), seconds)
        ? "; the series' header differs (" + header + "), the sidecar counts"
        : "";
  }

  private static RepetitionTime ofHeader(Path bold, HeaderTime time) {
    double seconds =
        time.seconds()
            .orElseThrow(
                () ->
                    new BidsException(
                        bold,
                        "the header has no TR (%s), and no sidecar has one; put %s in seconds into its _bold.json"
                            .formatted(time, FIELD)));
    requirePlausible(bold, "the header's " + time, seconds);
    return new RepetitionTime(
        seconds,
        "the series' header, "
            + time
            + (time.unit() == HeaderTime.Unit.NONE
                ? ": the header names no unit of time, seconds are assumed; if that is wrong put "
                    + FIELD
                    + " into the _bold.json"
                : ""));
  }

  private static void requirePlausible(Path file, String field, double seconds) {
    if (!(seconds <= LONGEST_SECONDS)) {
      throw new BidsException(
          file,
          "%s is %s s, more than %s s: milliseconds, perhaps; write %s in seconds into the _bold.json, for example %s"
              .formatted(
                  field,
                  Decimal.text(seconds),
                  Decimal.text(LONGEST_SECONDS),
                  FIELD,
                  Decimal.text(seconds >= 100 ? seconds / 1000 : 2)));
    }
    if (!(seconds >= SHORTEST_SECONDS)) {
      throw new BidsException(
          file,
          "%s is %s s, less than any scanner's TR: a wrong unit, perhaps; write %s in seconds into the _bold.json"
              .formatted(field, Decimal.text(seconds), FIELD));
    }
  }

  private static boolean differ(double one, double other) {
    return Math.abs(one - other) > SAME * Math.max(Math.abs(one), Math.abs(other));
  }
}
