package io.mindstream.decoder.family;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bundles without a network. */
public final class Bundles {

  private Bundles() {}

  /** Writes the little that every family has; the model's id is the family's name. */
  public static Path write(Path folder, String family) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("bundle.json"),
        """
        {"format": 1, "model": {
          "family": "%s", "id": "%s", "trained": true, "roiId": "VC", "roiVoxels": 6,
          "weightsSha256": "%s"}}
        """
            .formatted(family, family, "0".repeat(64)));
    return folder;
  }
}
