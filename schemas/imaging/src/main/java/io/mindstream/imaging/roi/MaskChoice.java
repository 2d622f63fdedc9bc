package io.mindstream.imaging.roi;

import io.mindstream.imaging.nifti.NiftiException;
import io.mindstream.imaging.nifti.NiftiHeader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which of a folder's masks is meant: the only one, or else the only one on the run's grid. */
public final class MaskChoice {

  private static final int MOST_LISTED = 8;

  private MaskChoice() {}

  /**
   * Chooses.
   *
   * @param masks candidates
   * @param run a run's header
   * @return empty where there is no candidate
   * @throws RoiException where several can be meant; it lists them
   */
  public static Optional<Path> of(List<Path> masks, NiftiHeader run) {
    if (masks.size() < 2) {
      return masks.stream().findFirst();
    }
    List<Path> fitting = masks.stream().filter(mask -> fits(mask, run)).toList();
    if (fitting.size() != 1) {
      throw new RoiException(
          "the folder has %d masks, of which %d lie on the run's grid; choose one by --mask FILE: %s"
              .formatted(
                  masks.size(), fitting.size(), listed(fitting.isEmpty() ? masks : fitting)));
    }
    return Optional.of(fitting.get(0));
  }

  private static boolean fits(Path mask, NiftiHeader run) {
    try {
      MaskFile.read(mask).on(run, "the run", false, "x");
      return true;
    } catch (RoiException | NiftiException e) {
      return false; // Where all are like that, the list of them is the answer.
    }
  }

  private static String listed(List<Path> masks) {
    String names =
        masks.stream().limit(MOST_LISTED).map(Path::toString).collect(Collectors.joining(", "));
    return masks.size() > MOST_LISTED
        ? names + " and " + (masks.size() - MOST_LISTED) + " more"
        : names;
  }
}
