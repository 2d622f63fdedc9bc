package io.mindstream.imaging.dicom.series;

import io.mindstream.imaging.dicom.DataSet;
import io.mindstream.imaging.dicom.DicomObject;
import io.mindstream.imaging.dicom.PrivateTag;
import io.mindstream.imaging.dicom.Tag;
import io.mindstream.imaging.dicom.pixel.FrameReader;
import java.util.List;

/** Tells which kind of image an object is, and has it described. */
final class ImageDescriber {

  private ImageDescriber() {}

  /**
   * What an image gives to its series, one for each; never none.
   *
   * @param parts the image's object; or those that it was cut into, in their order
   * @throws io.mindstream.imaging.dicom.DicomException where it is no image that lies somewhere
   */
  static List<ImageFacts> describe(List<DicomObject> parts) {
    DicomObject object = parts.get(0);
    DataSet data = object.data();
    if (!data.items(Tag.FRAME_GROUPS).isEmpty()) {
      return EnhancedImage.of(parts).describe();
    }
    FrameReader pixels = FrameReader.of(object);
    SeriesReading reading = new SeriesReading(object);
    if (data.has(data.privateTag(PrivateTag.UIH_FRAMES))) {
      return List.of(new UihGrid(object, pixels, reading).describe());
    }
    MosaicHeader mosaic = MosaicHeader.of(object);
    if (mosaic.slices() > 1 || mosaic.named()) {
      return List.of(new MosaicImage(object, pixels, reading, mosaic).describe());
    }
    return List.of(new ClassicImage(object, pixels, reading).describe());
  }
}
