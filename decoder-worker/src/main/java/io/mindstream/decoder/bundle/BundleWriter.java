package io.mindstream.decoder.bundle;

import io.mindstream.decoder.checkpoint.ElementType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes bundles: whole or not at all. */
public final class BundleWriter {

  private final Path folder;
  private final WriteListener listener;

  private BundleWriter(Path folder, WriteListener listener) {
    this.folder = folder;
    this.listener = listener;
  }

  /**
   * Prepares to write a bundle.
   *
   * @param folder must not exist, or be empty, unless a bundle there may be replaced
   * @param replace whether a bundle that is there gives way once the new one is complete
   * @throws BundleException where something is in the way
   */
  public static BundleWriter to(Path folder, boolean replace, WriteListener listener) {
    if (Files.exists(folder) && !isEmptyFolder(folder)) {
      boolean bundle = Files.isRegularFile(folder.resolve(BundleJson.FILE));
      if (!bundle) {
        throw new BundleException(folder + " exists and is no model bundle; choose another place");
      }
      if (!replace) {
        throw new BundleException(folder + " already holds a bundle; --force replaces it");
      }
    }
    return new BundleWriter(folder, listener);
  }

  private static boolean isEmptyFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      throw new BundleException(folder + " cannot be read: " + e, e);
    }
  }

  /**
   * Writes weights, as float32, and description.
   *
   * @param shapes name to shape, in the order to write
   * @param source the tensors' elements
   * @param description from the weights' SHA-256
   * @return what was written
   * @throws BundleException where writing fails; nothing is left behind
   */
  public BundleDescription write(
      Map<String, long[]> shapes,
      TensorSource source,
      Function<String, BundleDescription> description) {
    return write(shapes, ElementType.FLOAT32, source, description);
  }

  /** The same with all tensors in {@code type}, FLOAT32 or FLOAT16. */
  public BundleDescription write(
      Map<String, long[]> shapes,
      ElementType type,
      TensorSource source,
      Function<String, BundleDescription> description) {
    try (PartialFolder partial = new PartialFolder(folder)) {
      Path weights = partial.path().resolve(SafetensorsFile.FILE);
      String sha256 = SafetensorsWriter.write(weights, shapes, type, source, listener);
      BundleDescription written = description.apply(sha256);
      BundleJson.write(partial.path().resolve(BundleJson.FILE), written);
      partial.publish();
      return written;
    } catch (IOException e) {
      throw new BundleException(folder + " cannot be written: " + e, e);
    }
  }
}
