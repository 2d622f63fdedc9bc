package io.mindstream.imaging.dicom.series;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What is told of a series. Nothing of it identifies a person, as long as nobody writes a name into
 * a series' description.
 *
 * @param vendor who made the scanner
 * @param model its model
 * @param software its version
 * @param number series number
 * @param description series description
 * @param protocol protocol name
 * @param echo echo number
 * @param repetitionTimeSeconds TR; GE's delay between groups of slices is in it
 * @param echoTimeSeconds TE
 * @param flipAngle degrees
 * @param fieldStrength tesla
 * @param threeD true where slices are not excited one by one
 * @param phaseEncoding i, i-, j or j- of the grid that is published, where it is surely known
 * @param identity tells the series from others, also for another program later: made of its UID,
 *     which it does not give away
 * @param sliceSpacing millimetres between slices' centres by the header; the thickness where that
 *     is larger
 */
public record SeriesFacts(
    Vendor vendor,
    String model,
    String software,
    OptionalInt number,
    String description,
    String protocol,
    int echo,
    OptionalDouble repetitionTimeSeconds,
    OptionalDouble echoTimeSeconds,
    OptionalDouble flipAngle,
    OptionalDouble fieldStrength,
    boolean threeD,
    Optional<String> phaseEncoding,
    long identity,
    OptionalDouble sliceSpacing) {

  /** The same with another echo number. */
  SeriesFacts asEcho(int number) {
    return new SeriesFacts(
        vendor,
        model,
        software,
        this.number,
        description,
        protocol,
        number,
        repetitionTimeSeconds,
        echoTimeSeconds,
        flipAngle,
        fieldStrength,
        threeD,
        phaseEncoding,
        identity,
        sliceSpacing);
  }

  /** For messages: number and description. */
  public String title() {
    String count = number.isPresent() ? "series " + number.getAsInt() : "series";
    return count + " '" + description + "'" + (echo > 1 ? " echo " + echo : "");
  }
}
