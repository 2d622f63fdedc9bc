package io.mindstream.imaging.dicom.series;

import io.mindstream.imaging.dicom.DataSet;
import io.mindstream.imaging.dicom.PrivateTag;
import io.mindstream.imaging.dicom.Tag;
import io.mindstream.imaging.dicom.vendor.GeProtocol;
import io.mindstream.imaging.dicom.vendor.GeVersion;
import java.util.Optional;

/**
 * GE's slice times as they follow from its protocol: slices fill the TR, less the delay between
 * groups, in turn or every second one first; bands run in parallel.
 *
 * @param interleaved odd slices first
 * @param bands slices excited at once
 * @param delaySeconds pause after each volume
 */
record GeTiming(boolean interleaved, int bands, double delaySeconds, GeVersion version)
    implements StatedTiming {

  private static final double BANDS_SINCE = 26;

  static Optional<StatedTiming> of(DataSet data) {
    return data.bytes(data.privateTag(PrivateTag.GE_PROTOCOL))
        .flatMap(GeProtocol::parse)
        .flatMap(protocol -> of(data, protocol));
  }

  private static Optional<StatedTiming> of(DataSet data, GeProtocol protocol) {
    String options = protocol.value("IOPT").orElse("");
    String sequence = data.text(data.privateTag(PrivateTag.GE_SEQUENCE)).orElse("");
    boolean realTime = options.contains("FMRI") || sequence.equalsIgnoreCase("epiRT");
    boolean phases = options.contains("MPh") || sequence.equalsIgnoreCase("epi");
    if ((!realTime && !phases) || options.contains("MPhVar") || options.contains("DIFF")) {
      return Optional.empty();
    }
    boolean interleaved = !realTime || protocol.number("SLICEORDER").orElse(1) != 0;
    int bands = (int) Math.max(1, Math.min(64, protocol.number("MBACCEL").orElse(1)));
    double delay = data.number(data.privateTag(PrivateTag.GE_GROUP_DELAY)).orElse(0);
    return Optional.of(
        new GeTiming(
            interleaved, bands, Math.max(0, delay), GeVersion.parse(data.joined(Tag.SOFTWARE))));
  }

  @Override
  public double[] seconds(int slices, double repetitionTimeSeconds) {
    if (bands > 1 && version.major() < BANDS_SINCE) {
      return new double[0];
    }
    int excitations = (slices + bands - 1) / bands;
    if (bands > 1 && !version.reordersBands() && excitations % 2 == 0) {
      excitations++;
    }
    double step = (repetitionTimeSeconds - delaySeconds) / excitations;
    int[] order = order(excitations);
    double[] seconds = new double[slices];
    for (int i = 0; i < slices; i++) {
      seconds[i] = step * order[i % excitations];
    }
    return seconds;
  }

  private int[] order(int count) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = !interleaved ? i : i % 2 == 0 ? i / 2 : (count - 1) / 2 + (i + 1) / 2;
    }
    if (bands > 1 && interleaved && version.reordersBands() && count > 2 && count % 2 == 0) {
      int last = order[count - 1];
      order[count - 1] = order[count - 3];
      order[count - 3] = last;
    }
    return order;
  }
}
