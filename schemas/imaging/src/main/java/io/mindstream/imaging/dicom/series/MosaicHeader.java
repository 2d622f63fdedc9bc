package io.mindstream.imaging.dicom.series;

import io.mindstream.imaging.dicom.DataSet;
import io.mindstream.imaging.dicom.DicomObject;
import io.mindstream.imaging.dicom.PrivateTag;
import io.mindstream.imaging.dicom.Tag;
import io.mindstream.imaging.dicom.vendor.CsaHeader;
import io.mindstream.imaging.dicom.vendor.SiemensProtocol;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What Siemens says of a mosaic, in its CSA headers or in private elements beside them.
 *
 * @param named true where the image type says mosaic
 * @param slices in the mosaic; 0 where nobody tells
 * @param normal direction in which slices follow each other
 * @param times of the slices in ms, in their order; may be empty
 * @param sign of phase encoding
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record MosaicHeader(
    boolean named,
    int slices,
    Optional<Vec> normal,
    double[] times,
    OptionalInt sign,
    SiemensProtocol protocol) {

  static MosaicHeader of(DicomObject object) {
    DataSet data = object.data();
    boolean named = data.strings(Tag.IMAGE_TYPE).contains("MOSAIC");
    boolean siemens = named || Vendor.of(data.text(Tag.MANUFACTURER).orElse("")) == Vendor.SIEMENS;
    if (!siemens) {
      return new MosaicHeader(
          false, 0, Optional.empty(), new double[0], OptionalInt.empty(), new SiemensProtocol(""));
    }
    CsaHeader image = csa(data, PrivateTag.CSA_IMAGE);
    double[] normal = image.numbers("SliceNormalVector");
    double[] times = image.numbers("MosaicRefAcqTimes");
    if (times.length == 0) {
      times = data.numbers(data.privateTag(PrivateTag.MOSAIC_TIMES));
    }
    return new MosaicHeader(
        named,
        slices(data, image),
        normal.length >= 3 ? Optional.of(Vec.of(normal, 0)) : Optional.empty(),
        times,
        sign(image),
        SiemensProtocol.of(csa(data, PrivateTag.CSA_SERIES)));
  }

  /** 1 where phase encoding runs with the index. */
  static OptionalInt sign(CsaHeader image) {
    return Arrays.stream(image.numbers("PhaseEncodingDirectionPositive"))
        .mapToInt(value -> (int) value)
        .findFirst();
  }

  private static int slices(DataSet data, CsaHeader image) {
    double[] own = image.numbers("NumberOfImagesInMosaic");
    return own.length > 0
        ? (int) own[0]
        : data.integer(data.privateTag(PrivateTag.MOSAIC_IMAGES)).orElse(0);
  }

  private static CsaHeader csa(DataSet data, PrivateTag tag) {
    return CsaHeader.parse(data.bytes(data.privateTag(tag)).orElse(new byte[0]));
  }
}
