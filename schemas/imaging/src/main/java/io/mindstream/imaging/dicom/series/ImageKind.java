package io.mindstream.imaging.dicom.series;

import io.mindstream.imaging.dicom.DataSet;
import io.mindstream.imaging.dicom.DicomObject;
import io.mindstream.imaging.dicom.PrivateTag;
import io.mindstream.imaging.dicom.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** Which images are no volumes of a run, and why. */
final class ImageKind {

  private static final int THREE_PLANES = 256;
  private static final Set<String> PHASE = Set.of("P", "PHASE", "PHASE MAP", "R", "I", "REAL");

  /** What Siemens XA writes for plain volumes that it exports in another form. */
  private static final Set<String> EXPORTED = Set.of("MFSPLIT", "MOSAIC", "VFRAME");

  private ImageKind() {}

  /** Why the object can be no volume at all; empty where it can. */
  static Optional<String> impossible(DicomObject object) {
    DataSet data = object.data();
    if (data.has(Tag.DIRECTORY_RECORDS)) {
      return Optional.of("is a table of contents (DICOMDIR)");
    }
    if (object.pixels().pieces().isEmpty()) {
      return Optional.of("holds no image");
    }
    return data.text(Tag.MODALITY)
        .filter(modality -> !modality.equals("MR"))
        .map(modality -> "is no MR image");
  }

  /** Why the object is no volume that anybody decodes; empty where it is one. */
  static Optional<String> unwanted(DicomObject object) {
    DataSet data = object.data();
    List<String> type = data.strings(Tag.IMAGE_TYPE);
    String description = data.text(Tag.SERIES_DESCRIPTION).orElse("").toUpperCase(Locale.ROOT);
    boolean planes = data.integer(data.privateTag(PrivateTag.GE_PLANE)).orElse(0) == THREE_PLANES;
    if (type.contains("LOCALIZER") || planes) {
      return Optional.of("is a localiser");
    }
    if (phase(type) || component(data)) {
      return Optional.of("is a phase, real or imaginary image");
    }
    if (description.endsWith("SBREF")) {
      return Optional.of("is a single-band reference (SBRef)");
    }
    if (type.contains("MOCO") || description.startsWith("MOCO")) {
      return Optional.of("is motion corrected by the scanner (MoCo)");
    }
    boolean derived = !type.isEmpty() && type.get(0).equals("DERIVED");
    return derived && type.stream().noneMatch(EXPORTED::contains)
        ? Optional.of("is derived from other images")
        : Optional.empty();
  }

  /** True for an image type of a phase image: PS3.3 has the third value for that. */
  static boolean phase(List<String> type) {
    return type.stream().skip(2).anyMatch(ImageKind::phase);
  }

  /** Philips writes P_FFE and SW_P_FFE too. */
  private static boolean phase(String value) {
    return PHASE.contains(value) || Stream.of(value.split("_")).anyMatch("P"::equals);
  }

  private static boolean component(DataSet data) {
    OptionalInt ge = data.integer(data.privateTag(PrivateTag.GE_COMPONENT));
    boolean enhancedMix = !data.items(Tag.FRAME_GROUPS).isEmpty();
    boolean other =
        data.text(Tag.COMPLEX_COMPONENT)
            .filter(c -> !c.equals("MAGNITUDE") && !c.equals("MIXED"))
            .isPresent();
    return (other && !enhancedMix) || (ge.isPresent() && ge.getAsInt() > 0 && ge.getAsInt() < 4);
  }
}
