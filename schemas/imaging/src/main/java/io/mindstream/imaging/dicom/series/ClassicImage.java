package io.mindstream.imaging.dicom.series;

import io.mindstream.imaging.dicom.DataSet;
import io.mindstream.imaging.dicom.DicomObject;
import io.mindstream.imaging.dicom.PrivateTag;
import io.mindstream.imaging.dicom.Tag;
import io.mindstream.imaging.dicom.pixel.FrameReader;
import io.mindstream.imaging.dicom.vendor.CsaHeader;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One slice an object: GE, Philips, UIH, and what others export so.
 *
 * @param reading of its series
 */
record ClassicImage(DicomObject object, FrameReader pixels, SeriesReading reading) {

  ImageFacts describe() {
    if (pixels.format().frames() != 1) {
      throw object.problem(Tag.FRAMES, "says several frames, and nothing says where they lie");
    }
    DataSet data = object.data();
    SliceGrid grid =
        Placement.grid(object, data, data, pixels.format().columns(), pixels.format().rows());
    OptionalInt slices = slices();
    Rescale rescale = Rescale.of(reading.vendor(), data, data);
    SliceFrame slice =
        new SliceFrame(
            pixels,
            0,
            0,
            0,
            Placement.position(object, data),
            keys(slices),
            ScannerTime.acquired(data),
            timer(),
            rescale.slope(),
            rescale.intercept(),
            data.integer(Tag.INSTANCE_NUMBER).orElse(0));
    return new ImageFacts(
        reading.key(),
        reading.instance(),
        reading.facts(phase()),
        grid,
        List.of(slice),
        slices,
        reading.vendor() == Vendor.GE ? GeTiming.of(data) : Optional.empty());
  }

  private OptionalInt slices() {
    DataSet data = object.data();
    OptionalInt count =
        switch (reading.vendor()) {
          case GE -> data.integer(data.privateTag(PrivateTag.GE_SLICES));
          case PHILIPS -> data.integer(data.privateTag(PrivateTag.PHILIPS_SLICES));
          case SIEMENS, UIH, OTHER -> OptionalInt.empty();
        };
    return count.isPresent() && count.getAsInt() > 0 ? count : OptionalInt.empty();
  }

  private Map<KeyKind, Long> keys(OptionalInt slices) {
    DataSet data = object.data();
    Map<KeyKind, Long> keys = new EnumMap<>(KeyKind.class);
    put(keys, KeyKind.TEMPORAL, data.integer(Tag.TEMPORAL_POSITION));
    acquisition().ifPresent(kind -> put(keys, kind, data.integer(Tag.ACQUISITION_NUMBER)));
    OptionalInt number = data.integer(Tag.INSTANCE_NUMBER);
    if (reading.vendor() == Vendor.GE && slices.isPresent() && number.isPresent()) {
      keys.put(KeyKind.COUNTED, 1L + Math.floorDiv(number.getAsInt() - 1, slices.getAsInt()));
    }
    if (reading.vendor() == Vendor.PHILIPS) {
      data.number(Tag.TRIGGER_TIME)
          .ifPresent(time -> keys.put(KeyKind.TRIGGER, Math.round(time * 1000)));
    }
    return keys;
  }

  /** Siemens and UIH count volumes with it, Philips series, and others what they like. */
  private Optional<KeyKind> acquisition() {
    return switch (reading.vendor()) {
      case SIEMENS, UIH -> Optional.of(KeyKind.ACQUISITION);
      case GE, OTHER -> Optional.of(KeyKind.ANY_ACQUISITION);
      case PHILIPS -> Optional.empty();
    };
  }

  private static void put(Map<KeyKind, Long> keys, KeyKind kind, OptionalInt value) {
    value.ifPresent(number -> keys.put(kind, (long) number));
  }

  private OptionalDouble timer() {
    DataSet data = object.data();
    if (reading.vendor() != Vendor.GE) {
      return OptionalDouble.empty();
    }
    OptionalDouble own = data.number(data.privateTag(PrivateTag.GE_TIMER));
    OptionalDouble trigger = data.number(Tag.TRIGGER_TIME);
    return own.isPresent() || trigger.isEmpty()
        ? own
        : OptionalDouble.of(trigger.getAsDouble() / 1000);
  }

  private Optional<String> phase() {
    DataSet data = object.data();
    return switch (reading.vendor()) {
      case GE -> PhaseEncoding.ofGe(data);
      case UIH ->
          PhaseEncoding.ofUih(data, data.integer(data.privateTag(PrivateTag.UIH_PHASE_POSITIVE)));
      case SIEMENS -> PhaseEncoding.of(data, siemensSign(data));
      case PHILIPS, OTHER -> Optional.empty();
    };
  }

  private static OptionalInt siemensSign(DataSet data) {
    OptionalInt xa = data.integer(data.privateTag(PrivateTag.XA_PHASE_POSITIVE));
    return xa.isPresent()
        ? xa
        : MosaicHeader.sign(
            CsaHeader.parse(data.bytes(data.privateTag(PrivateTag.CSA_IMAGE)).orElse(new byte[0])));
  }
}
