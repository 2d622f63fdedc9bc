package io.mindstream.imaging.dicom;

/**
 * The elements that are read, as 0xGGGGEEEE. Those of patients are not among them. Private ones are
 * written as if their block were 10; {@link DataSet#privateTag} finds the block.
 */
public final class Tag {

  /** Transfer syntax UID. */
  public static final int TRANSFER_SYNTAX = 0x00020010;

  /** Records of a DICOMDIR, the table of contents of a medium. */
  public static final int DIRECTORY_RECORDS = 0x00041220;

  /** Image type. */
  public static final int IMAGE_TYPE = 0x00080008;

  /** SOP class UID. */
  public static final int SOP_CLASS = 0x00080016;

  /** SOP instance UID. */
  public static final int SOP_INSTANCE = 0x00080018;

  /** Acquisition date. */
  public static final int ACQUISITION_DATE = 0x00080022;

  /** Content date. */
  public static final int CONTENT_DATE = 0x00080023;

  /** Acquisition date and time. */
  public static final int ACQUISITION_DATE_TIME = 0x0008002A;

  /** Acquisition time. */
  public static final int ACQUISITION_TIME = 0x00080032;

  /** Content time. */
  public static final int CONTENT_TIME = 0x00080033;

  /** Modality. */
  public static final int MODALITY = 0x00080060;

  /** Manufacturer. */
  public static final int MANUFACTURER = 0x00080070;

  /** Offset from UTC. */
  public static final int TIMEZONE = 0x00080201;

  /** Series description. */
  public static final int SERIES_DESCRIPTION = 0x0008103E;

  /** Model name. */
  public static final int MODEL = 0x00081090;

  /** Frame type. */
  public static final int FRAME_TYPE = 0x00089007;

  /** Complex image component. */
  public static final int COMPLEX_COMPONENT = 0x00089208;

  /** 2D or 3D. */
  public static final int ACQUISITION_TYPE = 0x00180023;

  /** Slice thickness, mm. */
  public static final int SLICE_THICKNESS = 0x00180050;

  /** Repetition time, ms. */
  public static final int REPETITION_TIME = 0x00180080;

  /** Echo time, ms. */
  public static final int ECHO_TIME = 0x00180081;

  /** Echo numbers. */
  public static final int ECHO_NUMBER = 0x00180086;

  /** Tesla. */
  public static final int FIELD_STRENGTH = 0x00180087;

  /** Spacing between slices' centres, mm. */
  public static final int SLICE_SPACING = 0x00180088;

  /** Software versions. */
  public static final int SOFTWARE = 0x00181020;

  /** Protocol name. */
  public static final int PROTOCOL = 0x00181030;

  /** Trigger time, ms. */
  public static final int TRIGGER_TIME = 0x00181060;

  /** Acquisition matrix. */
  public static final int ACQUISITION_MATRIX = 0x00181310;

  /** In-plane phase encoding direction. */
  public static final int PHASE_ENCODING = 0x00181312;

  /** Flip angle, degrees. */
  public static final int FLIP_ANGLE = 0x00181314;

  /** Rectilinear phase encode reordering. */
  public static final int PHASE_REORDERING = 0x00189034;

  /** Frame acquisition date and time. */
  public static final int FRAME_DATE_TIME = 0x00189074;

  /** Effective echo time, ms. */
  public static final int EFFECTIVE_ECHO_TIME = 0x00189082;

  /** MR timing and related parameters. */
  public static final int TIMING_SEQUENCE = 0x00189112;

  /** MR echo. */
  public static final int ECHO_SEQUENCE = 0x00189114;

  /** MR field of view and geometry. */
  public static final int FOV_SEQUENCE = 0x00189125;

  /** MR image frame type. */
  public static final int FRAME_TYPE_SEQUENCE = 0x00189226;

  /** Series instance UID. */
  public static final int SERIES = 0x0020000E;

  /** Series number. */
  public static final int SERIES_NUMBER = 0x00200011;

  /** Acquisition number. */
  public static final int ACQUISITION_NUMBER = 0x00200012;

  /** Instance number. */
  public static final int INSTANCE_NUMBER = 0x00200013;

  /** Image position (patient). */
  public static final int POSITION = 0x00200032;

  /** Image orientation (patient). */
  public static final int ORIENTATION = 0x00200037;

  /** Temporal position identifier. */
  public static final int TEMPORAL_POSITION = 0x00200100;

  /** Images in acquisition. */
  public static final int IMAGES_IN_ACQUISITION = 0x00201002;

  /** In-stack position number. */
  public static final int IN_STACK_POSITION = 0x00209057;

  /** Frame content. */
  public static final int FRAME_CONTENT_SEQUENCE = 0x00209111;

  /** Plane position. */
  public static final int PLANE_POSITION_SEQUENCE = 0x00209113;

  /** Plane orientation. */
  public static final int PLANE_ORIENTATION_SEQUENCE = 0x00209116;

  /** Which stack of slices. */
  public static final int STACK_ID = 0x00209056;

  /** Which element counts along a dimension. */
  public static final int DIMENSION_POINTER = 0x00209165;

  /** The dimensions that frames are counted along. */
  public static final int DIMENSION_SEQUENCE = 0x00209222;

  /** Temporal position index. */
  public static final int TEMPORAL_INDEX = 0x00209128;

  /** Frame acquisition number. */
  public static final int FRAME_ACQUISITION_NUMBER = 0x00209156;

  /** Concatenation: the same UID in all objects that one image was cut into. */
  public static final int CONCATENATION = 0x00209161;

  /** Which of those objects it is, origin 1. */
  public static final int IN_CONCATENATION_NUMBER = 0x00209162;

  /** How many of them there are. */
  public static final int IN_CONCATENATION_TOTAL = 0x00209163;

  /** Frames of the image before this object's first. */
  public static final int CONCATENATION_OFFSET = 0x00209228;

  /** Dimension index values. */
  public static final int DIMENSION_INDEX = 0x00209157;

  /** Samples a pixel. */
  public static final int SAMPLES = 0x00280002;

  /** Photometric interpretation. */
  public static final int PHOTOMETRIC = 0x00280004;

  /** Number of frames. */
  public static final int FRAMES = 0x00280008;

  /** Rows. */
  public static final int ROWS = 0x00280010;

  /** Columns. */
  public static final int COLUMNS = 0x00280011;

  /** Pixel spacing, mm: between rows, between columns. */
  public static final int PIXEL_SPACING = 0x00280030;

  /** Bits allocated. */
  public static final int BITS_ALLOCATED = 0x00280100;

  /** Bits stored. */
  public static final int BITS_STORED = 0x00280101;

  /** High bit. */
  public static final int HIGH_BIT = 0x00280102;

  /** Pixel representation: 1 is signed. */
  public static final int SIGNED = 0x00280103;

  /** Rescale intercept. */
  public static final int INTERCEPT = 0x00281052;

  /** Rescale slope. */
  public static final int SLOPE = 0x00281053;

  /** Pixel measures. */
  public static final int PIXEL_MEASURES_SEQUENCE = 0x00289110;

  /** Pixel value transformation. */
  public static final int TRANSFORMATION_SEQUENCE = 0x00289145;

  /** Shared functional groups. */
  public static final int SHARED_GROUPS = 0x52009229;

  /** Per-frame functional groups. */
  public static final int FRAME_GROUPS = 0x52009230;

  /** Pixel data. */
  public static final int PIXELS = 0x7FE00010;

  private Tag() {}

  /** For people: {@code (0028,0010)}. */
  public static String text(int tag) {
    return String.format("(%04x,%04x)", tag >>> 16, tag & 0xFFFF);
  }
}
