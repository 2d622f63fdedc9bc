package io.mindstream.imaging.dicom.series;

import io.mindstream.imaging.dicom.DataSet;
import io.mindstream.imaging.dicom.DicomObject;
import io.mindstream.imaging.dicom.PrivateTag;
import io.mindstream.imaging.dicom.Tag;
import java.util.List;

/**
 * Functional groups of one frame of an enhanced object: its own before those that all share, and
 * the object itself where neither has one.
 */
record FunctionalGroups(DicomObject object, List<DataSet> shared, DataSet own) {

  static FunctionalGroups of(DicomObject object, int frame) {
    List<DataSet> frames = object.data().items(Tag.FRAME_GROUPS);
    return new FunctionalGroups(object, object.data().items(Tag.SHARED_GROUPS), frames.get(frame));
  }

  DataSet group(int sequence) {
    if (!own.items(sequence).isEmpty()) {
      return own.items(sequence).get(0);
    }
    return shared.stream()
        .flatMap(group -> group.items(sequence).stream())
        .findFirst()
        .orElse(object.data());
  }

  /** A vendor's group. */
  DataSet group(PrivateTag sequence) {
    if (!own.items(own.privateTag(sequence)).isEmpty()) {
      return own.items(own.privateTag(sequence)).get(0);
    }
    return shared.stream()
        .flatMap(group -> group.items(group.privateTag(sequence)).stream())
        .findFirst()
        .orElse(object.data());
  }
}
