package io.mindstream.standalone.doctor;

import io.mindstream.decoder.bundle.BundleException;
import io.mindstream.decoder.bundle.ModelCard;
import io.mindstream.decoder.bundle.VectorOrigin;
import io.mindstream.imaging.nifti.NiftiException;
import io.mindstream.imaging.roi.MaskFile;
import io.mindstream.imaging.roi.RoiException;
import io.mindstream.schemas.fmri.RoiChecksum;
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
    Optional<ModelCard> card = Optional.empty();
    try {
      ModelCard model = ModelCard.read(folder);
      card = Optional.of(model);
      findings.add(
          model.trained()
              ? Finding.ok("model", model.id() + ", trained")
              : Finding.note("model", model.id() + " has random weights: its pictures are noise"));
    } catch (BundleException e) {
      findings.add(Finding.bad("model", String.valueOf(e.getMessage())));
    }
    Optional<ModelCard> known = card;
    mask.ifPresent(file -> findings.add(mask(file, known)));
    return findings;
  }

  private static Finding mask(Path file, Optional<ModelCard> model) {
    try {
      MaskFile mask = MaskFile.read(file);
      int voxels = mask.voxels().cardinality();
      Integer wanted = model.map(ModelCard::roiVoxels).orElse(null);
      if (wanted != null && wanted != voxels) {
        return Finding.bad(
            "mask",
            "%s has %d voxels, the model was made for %d; give the mask that it was trained on"
                .formatted(file, voxels, wanted));
      }
      VectorOrigin origin = model.map(ModelCard::vectors).orElse(null);
      String learned = origin == null ? null : origin.roiChecksum();
      String own = RoiChecksum.of(mask.header().shape(), mask.voxels().stream().toArray());
      if (learned != null && !learned.equals(own)) {
        return Finding.note(
            "mask",
            file
                + " has other voxels, or another grid, than the mask that the model was trained on;"
                + " a worker takes its vectors only where the run's grid brings both together");
      }
      return Finding.ok("mask", voxels + " voxels, as many as the model takes");
    } catch (RoiException | NiftiException e) {
      return Finding.bad("mask", String.valueOf(e.getMessage()));
    }
  }
}
