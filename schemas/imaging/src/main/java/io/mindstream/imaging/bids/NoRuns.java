package io.mindstream.imaging.bids;

import io.mindstream.imaging.dicom.DicomException;
import io.mindstream.imaging.dicom.DicomReader;
import io.mindstream.imaging.dicom.FileBytes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What to do with a folder that has no runs in BIDS form: often the data are there otherwise. */
final class NoRuns {

  private static final int MOST_LOOKED_AT = 200;
  private static final String NAME = "sub-01_task-NAME_run-01_bold.nii.gz";

  private NoRuns() {}

  /**
   * The complaint.
   *
   * @param files all that is in the folder
   */
  static BidsException in(Path folder, List<Path> files) {
    Optional<Path> nifti = files.stream().filter(NoRuns::isNifti).findFirst();
    if (nifti.isPresent()) {
      return new BidsException(
          folder,
          "has no *_bold.nii or *_bold.nii.gz, but %s: name it as in BIDS, such as %s"
              .formatted(nifti.get().getFileName(), NAME));
    }
    if (files.stream().limit(MOST_LOOKED_AT).anyMatch(NoRuns::isDicom)) {
      return new BidsException(
          folder,
          "has DICOM files; make a run of them by 'mindstream volumes --source %s --nifti %s' in a folder of its own, and put its events beside it as *_events.tsv"
              .formatted(folder, NAME));
    }
    return new BidsException(
        folder, "has no *_bold.nii or *_bold.nii.gz; give a folder with runs in BIDS form");
  }

  private static boolean isNifti(Path file) {
    return file.toString().matches(".*\\.nii(\\.gz)?")
        && !file.toString().matches(".*(mask|T1w)\\.nii(\\.gz)?");
  }

  private static boolean isDicom(Path file) {
    try {
      return DicomReader.recognises(FileBytes.of(file));
    } catch (DicomException e) {
      return false; // It cannot be read, which is no matter here.
    }
  }
}
