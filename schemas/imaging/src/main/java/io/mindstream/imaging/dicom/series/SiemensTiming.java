package io.mindstream.imaging.dicom.series;

import io.mindstream.imaging.dicom.vendor.SiemensProtocol;
import java.util.Optional;

/**
 * Siemens' slice times as they follow from its protocol, for versions before B15 that tell none:
 * slices fill the TR less the delay, one after the other.
 *
 * @param mode 1 ascending, 2 descending, 4 interleaved
 * @param delaySeconds pause after each volume
 */
record SiemensTiming(int mode, double delaySeconds) implements StatedTiming {

  static Optional<StatedTiming> of(SiemensProtocol protocol) {
    int mode = (int) protocol.number("sSliceArray.ucMode").orElse(0);
    double delay = protocol.number("lDelayTimeInTR").orElse(0) / 1e6;
    return mode == 1 || mode == 2 || mode == 4
        ? Optional.of(new SiemensTiming(mode, Math.max(0, delay)))
        : Optional.empty();
  }

  @Override
  public double[] seconds(int slices, double repetitionTimeSeconds) {
    double step = (repetitionTimeSeconds - delaySeconds) / slices;
    double[] seconds = new double[slices];
    for (int i = 0; i < slices; i++) {
      seconds[i] = step * turn(i, slices);
    }
    return seconds;
  }

  /** Interleaved, an odd number of slices begins with the first, an even one with the second. */
  private int turn(int slice, int slices) {
    return switch (mode) {
      case 1 -> slice;
      case 2 -> slices - 1 - slice;
      default -> {
        boolean first = slice % 2 == 0 == (slices % 2 == 1);
        yield first ? slice / 2 : slice / 2 + (slices + (slices % 2)) / 2;
      }
    };
  }
}
