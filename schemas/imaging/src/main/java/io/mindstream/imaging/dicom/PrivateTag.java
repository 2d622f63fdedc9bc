package io.mindstream.imaging.dicom;

/**
 * Private elements of vendors that are read.
 *
 * @param creator who reserved the block, or how its name begins
 * @param tag as if the block were 10
 */
public record PrivateTag(String creator, int tag) {

  /** Siemens, CSA image header. */
  public static final PrivateTag CSA_IMAGE = new PrivateTag("SIEMENS CSA HEADER", 0x00291010);

  /** Siemens, CSA series header. */
  public static final PrivateTag CSA_SERIES = new PrivateTag("SIEMENS CSA HEADER", 0x00291020);

  /** Siemens, number of images in a mosaic. */
  public static final PrivateTag MOSAIC_IMAGES = new PrivateTag("SIEMENS MR HEADER", 0x0019100A);

  /** Siemens, acquisition times of a mosaic's slices, ms. */
  public static final PrivateTag MOSAIC_TIMES = new PrivateTag("SIEMENS MR HEADER", 0x00191029);

  /** Siemens XA, per frame. */
  public static final PrivateTag XA_FRAME = new PrivateTag("SIEMENS MR SDI", 0x002110FE);

  /** Siemens XA, when a frame's acquisition began, s after the series'. */
  public static final PrivateTag XA_TIME = new PrivateTag("SIEMENS MR SDI", 0x00211004);

  /** Siemens XA, positive phase encoding direction. */
  public static final PrivateTag XA_PHASE_POSITIVE = new PrivateTag("SIEMENS MR SDI", 0x0021101C);

  /** GE, slices of an acquisition. */
  public static final PrivateTag GE_SLICES = new PrivateTag("GEMS_RELA_01", 0x0021104F);

  /** GE, real-time timer: s, or 0.1 ms. */
  public static final PrivateTag GE_TIMER = new PrivateTag("GEMS_RELA_01", 0x0021105E);

  /** GE, protocol data block. */
  public static final PrivateTag GE_PROTOCOL = new PrivateTag("GEMS_SERS_01", 0x0025101B);

  /** GE, 0 magnitude, 1 phase, 2 real, 3 imaginary. */
  public static final PrivateTag GE_COMPONENT = new PrivateTag("GEMS_PARM_01", 0x0043102F);

  /** GE, delay after a group of slices, s. */
  public static final PrivateTag GE_GROUP_DELAY = new PrivateTag("GEMS_PARM_01", 0x0043107C);

  /** GE, plane of the series; 256 is a localiser of three planes. */
  public static final PrivateTag GE_PLANE = new PrivateTag("GEMS_ACQU_01", 0x00191017);

  /** GE, name of the pulse sequence. */
  public static final PrivateTag GE_SEQUENCE = new PrivateTag("GEMS_ACQU_01", 0x0019109C);

  /** UIH, slices of a volume in one image. */
  public static final PrivateTag UIH_SLICES = new PrivateTag("Image Private Header", 0x00651050);

  /** UIH, one item a slice of a volume in one image. */
  public static final PrivateTag UIH_FRAMES = new PrivateTag("Image Private Header", 0x00651051);

  /** UIH, positive phase encoding direction. */
  public static final PrivateTag UIH_PHASE_POSITIVE =
      new PrivateTag("Image Private Header", 0x00651058);

  /** Philips, number of slices. */
  public static final PrivateTag PHILIPS_SLICES =
      new PrivateTag("Philips Imaging DD 001", 0x20011018);

  /** Philips, scale slope. */
  public static final PrivateTag PHILIPS_SCALE =
      new PrivateTag("Philips MR Imaging DD 001", 0x2005100E);

  /** Philips, per frame. */
  public static final PrivateTag PHILIPS_FRAME =
      new PrivateTag("Philips MR Imaging DD 005", 0x2005100F);
}
