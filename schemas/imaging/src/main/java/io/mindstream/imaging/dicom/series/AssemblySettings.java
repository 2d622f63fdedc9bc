package io.mindstream.imaging.dicom.series;

import java.time.Duration;
import java.time.ZoneId;

/**
 * How volumes are assembled.
 *
 * @param grace after its last slice an incomplete volume waits so long for another one; where no
 *     element says how many slices a volume has, the first volumes wait so long as well
 * @param zone of the scanner's clock
 * @param choice of series
 */
public record AssemblySettings(Duration grace, ZoneId zone, SeriesChoice choice) {

  /** Ten seconds, this machine's zone, all series. */
  public static AssemblySettings usual() {
    return new AssemblySettings(Duration.ofSeconds(10), ZoneId.systemDefault(), SeriesChoice.ALL);
  }
}
