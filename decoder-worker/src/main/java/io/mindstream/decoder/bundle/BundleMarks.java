package io.mindstream.decoder.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;

/** Changes what a bundle says that it takes; all else that it says stays, of whatever family. */
public final class BundleMarks {

  private static final String OWN_WINDOWS = "ownWindows";

  private BundleMarks() {}

  /**
   * Whether the model takes trials whose events ask for window delays of their own.
   *
   * @param folder holds {@code bundle.json}
   * @throws BundleException where it is no bundle, or says no recipe that a trial could differ from
   */
  public static void ownWindows(Path folder, boolean taken) {
    if (ModelCard.read(folder).vectors() == null) {
      throw new BundleException(
          folder
              + " does not say how the vectors of its training were made, so a worker takes any;"
              + " there is nothing to mark");
    }
    Path file = folder.resolve(BundleJson.FILE);
    JsonNode document = BundleJson.tree(file);
    ObjectNode vectors = (ObjectNode) document.path("model").path("vectors");
    if (taken) {
      vectors.put(OWN_WINDOWS, true);
    } else {
      vectors.remove(OWN_WINDOWS);
    }
    BundleJson.replace(file, document);
  }
}
