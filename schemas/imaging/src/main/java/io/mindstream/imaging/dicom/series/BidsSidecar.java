package io.mindstream.imaging.dicom.series;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The fields of BIDS that describe a series; none that identifies a person. */
public final class BidsSidecar {

  private BidsSidecar() {}

  /**
   * The fields by their names, in the order of writing.
   *
   * @param first the first volumes of the series, at least one, see {@link SliceTiming}
   */
  public static Map<String, Object> fields(List<WholeVolume> first) {
    SeriesFacts facts = first.get(0).facts();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("Modality", "MR");
    text(fields, "Manufacturer", facts.vendor().title());
    text(fields, "ManufacturersModelName", facts.model());
    text(fields, "SoftwareVersions", facts.software());
    number(fields, "MagneticFieldStrength", facts.fieldStrength());
    text(fields, "SeriesDescription", facts.description());
    text(fields, "ProtocolName", facts.protocol());
    facts.number().ifPresent(number -> fields.put("SeriesNumber", number));
    number(fields, "RepetitionTime", RepetitionTime.seconds(first));
    number(fields, "EchoTime", facts.echoTimeSeconds());
    number(fields, "FlipAngle", facts.flipAngle());
    facts.phaseEncoding().ifPresent(value -> fields.put("PhaseEncodingDirection", value));
    Optional<double[]> timing = SliceTiming.of(first);
    timing.ifPresent(
        seconds -> {
          int bands = bands(seconds);
          if (bands > 1) {
            fields.put("MultibandAccelerationFactor", bands);
          }
          fields.put("SliceTiming", seconds);
        });
    return fields;
  }

  /** How many slices are acquired at once: those that begin with the first. */
  private static int bands(double[] seconds) {
    int bands = (int) Arrays.stream(seconds).filter(value -> value < 1e-4).count();
    return seconds.length % bands == 0 && bands < seconds.length ? bands : 1;
  }

  private static void text(Map<String, Object> fields, String name, String value) {
    if (!value.isEmpty()) {
      fields.put(name, value);
    }
  }

  private static void number(Map<String, Object> fields, String name, OptionalDouble value) {
    value.ifPresent(number -> fields.put(name, number));
  }
}
