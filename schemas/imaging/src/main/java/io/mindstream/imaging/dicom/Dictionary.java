package io.mindstream.imaging.dicom;

import java.util.HashMap;
import java.util.Map;

/**
 * Which elements are kept, and their VR where the data set does not tell. All others, those of
 * patients among them, are skipped unread.
 */
final class Dictionary {

  private static final Map<Integer, Vr> KEPT = new HashMap<>();

  static {
    keep(Vr.UI, Tag.TRANSFER_SYNTAX, Tag.SOP_CLASS, Tag.SOP_INSTANCE, Tag.SERIES);
    keep(Vr.UI, Tag.CONCATENATION);
    keep(Vr.CS, Tag.IMAGE_TYPE, Tag.MODALITY, Tag.FRAME_TYPE, Tag.COMPLEX_COMPONENT);
    keep(Vr.CS, Tag.ACQUISITION_TYPE, Tag.PHASE_ENCODING, Tag.PHASE_REORDERING, Tag.PHOTOMETRIC);
    keep(Vr.LO, Tag.MANUFACTURER, Tag.SERIES_DESCRIPTION, Tag.MODEL, Tag.SOFTWARE, Tag.PROTOCOL);
    keep(Vr.DA, Tag.ACQUISITION_DATE, Tag.CONTENT_DATE);
    keep(Vr.TM, Tag.ACQUISITION_TIME, Tag.CONTENT_TIME);
    keep(Vr.DT, Tag.ACQUISITION_DATE_TIME, Tag.FRAME_DATE_TIME);
    keep(Vr.SH, Tag.TIMEZONE);
    keep(Vr.DS, Tag.SLICE_THICKNESS, Tag.REPETITION_TIME, Tag.ECHO_TIME, Tag.FIELD_STRENGTH);
    keep(Vr.DS, Tag.SLICE_SPACING, Tag.TRIGGER_TIME, Tag.FLIP_ANGLE, Tag.POSITION);
    keep(Vr.DS, Tag.ORIENTATION, Tag.PIXEL_SPACING, Tag.INTERCEPT, Tag.SLOPE);
    keep(Vr.IS, Tag.ECHO_NUMBER, Tag.SERIES_NUMBER, Tag.ACQUISITION_NUMBER, Tag.INSTANCE_NUMBER);
    keep(Vr.IS, Tag.TEMPORAL_POSITION, Tag.IMAGES_IN_ACQUISITION, Tag.FRAMES);
    keep(Vr.FD, Tag.EFFECTIVE_ECHO_TIME);
    keep(Vr.UL, Tag.IN_STACK_POSITION, Tag.TEMPORAL_INDEX, Tag.DIMENSION_INDEX);
    keep(Vr.UL, Tag.CONCATENATION_OFFSET);
    keep(Vr.AT, Tag.DIMENSION_POINTER);
    keep(Vr.US, Tag.FRAME_ACQUISITION_NUMBER, Tag.SAMPLES, Tag.ROWS, Tag.COLUMNS);
    keep(Vr.US, Tag.BITS_ALLOCATED, Tag.BITS_STORED, Tag.HIGH_BIT, Tag.SIGNED);
    keep(Vr.US, Tag.ACQUISITION_MATRIX);
    keep(Vr.US, Tag.IN_CONCATENATION_NUMBER, Tag.IN_CONCATENATION_TOTAL);
    keep(Vr.OW, Tag.PIXELS);
    keep(Vr.SQ, Tag.DIRECTORY_RECORDS);
    keep(Vr.SQ, Tag.TIMING_SEQUENCE, Tag.ECHO_SEQUENCE, Tag.FOV_SEQUENCE);
    keep(Vr.SQ, Tag.FRAME_TYPE_SEQUENCE, Tag.FRAME_CONTENT_SEQUENCE);
    keep(Vr.SQ, Tag.PLANE_POSITION_SEQUENCE, Tag.PLANE_ORIENTATION_SEQUENCE);
    keep(Vr.SQ, Tag.PIXEL_MEASURES_SEQUENCE, Tag.TRANSFORMATION_SEQUENCE);
    keep(Vr.SQ, Tag.SHARED_GROUPS, Tag.FRAME_GROUPS, Tag.DIMENSION_SEQUENCE);
    keep(Vr.OB, PrivateTag.CSA_IMAGE, PrivateTag.CSA_SERIES, PrivateTag.GE_PROTOCOL);
    keep(Vr.US, PrivateTag.MOSAIC_IMAGES);
    keep(Vr.FD, PrivateTag.MOSAIC_TIMES);
    keep(Vr.SQ, PrivateTag.XA_FRAME, PrivateTag.UIH_FRAMES, PrivateTag.PHILIPS_FRAME);
    keep(Vr.IS, PrivateTag.XA_PHASE_POSITIVE, PrivateTag.UIH_PHASE_POSITIVE);
    keep(Vr.SS, PrivateTag.GE_SLICES, PrivateTag.GE_COMPONENT, PrivateTag.GE_PLANE);
    keep(Vr.DS, PrivateTag.GE_TIMER, PrivateTag.UIH_SLICES, PrivateTag.XA_TIME);
    keep(Vr.FL, PrivateTag.GE_GROUP_DELAY, PrivateTag.PHILIPS_SCALE);
    keep(Vr.LO, PrivateTag.GE_SEQUENCE);
    keep(Vr.SL, PrivateTag.PHILIPS_SLICES);
  }

  private Dictionary() {}

  /** True for an element that is kept. Who reserved a private block is kept as well. */
  static boolean kept(int tag) {
    return creator(tag) || KEPT.containsKey(plain(tag));
  }

  /** The VR of an element that is kept; UN for all others. */
  static Vr vr(int tag) {
    return creator(tag) ? Vr.LO : KEPT.getOrDefault(plain(tag), Vr.UN);
  }

  private static boolean isPrivate(int tag) {
    return ((tag >>> 16) & 1) == 1;
  }

  static boolean creator(int tag) {
    int element = tag & 0xFFFF;
    return isPrivate(tag) && element >= 0x10 && element <= 0xFF;
  }

  private static int plain(int tag) {
    return isPrivate(tag) ? (tag & 0xFFFF0000) | 0x1000 | (tag & 0xFF) : tag;
  }

  private static void keep(Vr vr, int... tags) {
    for (int tag : tags) {
      KEPT.put(tag, vr);
    }
  }

  private static void keep(Vr vr, PrivateTag... tags) {
    for (PrivateTag tag : tags) {
      KEPT.put(tag.tag(), vr);
    }
  }
}
