package io.mindstream.imaging.bids;

import com.fasterxml.jackson.databind.JsonNode;
import io.mindstream.imaging.nifti.Decimal;
import java.nio.file.Path;

/** BIDS' VolumeTiming: when each volume starts, in seconds. Only equal steps from 0 are a TR. */
final class VolumeTiming {

  private static final String FIELD = "VolumeTiming";
  private static final double TOLERANCE_SECONDS = 1e-3;
  private static final String REMEDY =
      "; volumes are counted by one TR here, so resample the series to equal steps and give their"
          + " RepetitionTime, or, where the times are wrong, remove VolumeTiming";

  private VolumeTiming() {}

  /**
   * The step of volumes that start at equal times.
   *
   * @throws BidsException where they do not, or their number is another one than the series'
   */
  static double step(Path file, JsonNode timing, int volumes) {
    if (!timing.isArray() || timing.size() != volumes || volumes < 2) {
      throw new BidsException(
          file,
          "%s has %d times, the series %d volumes%s"
              .formatted(FIELD, timing.size(), volumes, REMEDY));
    }
    double step = (start(file, timing, volumes - 1) - start(file, timing, 0)) / (volumes - 1);
    for (int volume = 0; volume < volumes; volume++) {
      double start = start(file, timing, volume);
      if (!(Math.abs(start - volume * step) <= TOLERANCE_SECONDS)) {
        throw new BidsException(
            file,
            "%s has no equal steps from 0: volume %d starts at %s s, not at %s s%s"
                .formatted(
                    FIELD, volume, Decimal.text(start), Decimal.text(volume * step), REMEDY));
      }
    }
    return step;
  }

  private static double start(Path file, JsonNode timing, int volume) {
    JsonNode start = timing.get(volume);
    if (!start.isNumber()) {
      throw new BidsException(file, FIELD + " holds " + start + ", which is no number of seconds");
    }
    return start.doubleValue();
  }
}
