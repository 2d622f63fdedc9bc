package io.mindstream.decoder.bundle;

import java.nio.file.Path;

/**
 * An open bundle of the MinD-Vis family. Closing it makes its weights unusable through this object;
 * views already handed out stay valid until they are garbage.
 */
public final class ModelBundle implements AutoCloseable {

  private final Path folder;
  private final BundleDescription description;
  private final SafetensorsFile weights;

  private ModelBundle(Path folder, BundleDescription description, SafetensorsFile weights) {
    this.folder = folder;
    this.description = description;
    this.weights = weights;
  }

  /**
   * Opens a bundle and checks all of it: description, tensor names and shapes, checksum.
   *
   * @param folder holds {@code bundle.json} and {@code weights.safetensors}
   * @throws BundleException where it is not a sound bundle; the message says what to do
   */
  public static ModelBundle open(Path folder) {
    requireMindVis(folder, ModelCard.read(folder));
    BundleDescription description =
        BundleJson.read(folder.resolve(BundleJson.FILE), BundleDescription.class);
    SafetensorsFile weights = SafetensorsFile.open(folder.resolve(SafetensorsFile.FILE));
    BundleChecks.check(folder, description, weights);
    return new ModelBundle(folder, description, weights);
  }

  private static void requireMindVis(Path folder, ModelCard card) {
    if (!card.family().equals(ModelCard.MIND_VIS)) {
      throw new BundleException(
          "%s is a model of the family '%s'; this needs one of '%s'"
              .formatted(folder, card.family(), ModelCard.MIND_VIS));
    }
  }

  /** What the bundle says of itself. */
  public BundleDescription description() {
    return description;
  }

  /** The tensors, under the checkpoint's names. */
  public Weights weights() {
    return weights;
  }

  /** Where the bundle is. */
  public Path folder() {
    return folder;
  }

  @Override
  public void close() {
    weights.close();
  }
}
