package io.mindstream.decoder.bundle;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the pipeline needs to know of a model, of whatever family: the fields of {@code bundle.json}
 * that every bundle has. The file's other fields are the family's own.
 *
 * @param family kind of model; {@link #MIND_VIS} where the file does not say
 * @param id name that records and runs use for the model
 * @param trained false where the weights are random
 * @param roiId the ROI that the model was trained on, where known
 * @param roiVoxels voxels of that ROI, where known
 * @param vectors how the vectors of its training were made, where known
 * @param weightsSha256 SHA-256 of the model's numbers, lower-case hexadecimal
 */
public record ModelCard(
    String family,
    String id,
    boolean trained,
    @Nullable String roiId,
    @Nullable Integer roiVoxels,
    @Nullable VectorOrigin vectors,
    String weightsSha256) {

  /** The family of all bundles that were made before there was another. */
  public static final String MIND_VIS = "mind-vis";

  /** Checks what every model must have. */
  public ModelCard {
    family = Objects.requireNonNullElse(family, MIND_VIS);
    require(!id.isBlank(), "the model's id is empty");
    require(weightsSha256.matches("[0-9a-f]{64}"), "weightsSha256 is not a SHA-256");
  }

  /**
   * Reads a bundle's card; its weights are not looked at.
   *
   * @param folder holds {@code bundle.json}
   * @throws BundleException where there is no such file or it is no bundle's; the message says what
   *     to do
   */
  public static ModelCard read(Path folder) {
    return BundleJson.read(folder.resolve(BundleJson.FILE), ModelCard.class);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
