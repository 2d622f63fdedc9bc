package io.mindstream.standalone.doctor;

import io.mindstream.decoder.bundle.BundleException;
import io.mindstream.decoder.bundle.ModelCard;
import io.mindstream.imaging.nifti.NiftiException;
import io.mindstream.imaging.roi.MaskFile;
import io.mindstream.imaging.roi.RoiException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A model bundle, and a mask beside it. */
public final class Bundle {

  private Bundle() {}

  /** What was found. */
  public static List<Finding> look(Path folder, Optional<Path> mask) {
    List<Finding> findings = new ArrayList<>();
    try {
      ModelCard model = ModelCard.read(folder);
      findings.add(
          model.trained()
              ? Finding.ok("model", model.id() + ", trained")
              : Finding.note("model", model.id() + " has random weights: its pictures are noise"));
    } catch (BundleException e) {
      findings.add(Finding.bad("model", String.valueOf(e.getMessage())));
    }
    mask.ifPresent(file -> findings.add(mask(file)));
    return findings;
  }

  private static Finding mask(Path file) {
    try {
      return Finding.ok(
          "mask",
          "%d voxels; a worker refuses vectors of another region than its model's"
              .formatted(MaskFile.read(file).voxels().cardinality()));
    } catch (RoiException | NiftiException e) {
      return Finding.bad("mask", String.valueOf(e.getMessage()));
    }
  }
}
