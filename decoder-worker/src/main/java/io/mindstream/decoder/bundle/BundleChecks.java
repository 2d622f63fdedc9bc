package io.mindstream.decoder.bundle;

import io.mindstream.decoder.model.StateDictShapes;
import io.mindstream.schemas.checksum.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;

/** Whether a bundle's parts belong together. */
final class BundleChecks {

  private static final int CHUNK = 1 << 20;

  private BundleChecks() {}

  static void check(Path folder, BundleDescription description, Weights weights) {
    StateDictShapes.of(description.architecture())
        .forEach((name, shape) -> checkTensor(folder, weights, name, shape));
    String found = sha256(folder.resolve(SafetensorsFile.FILE));
    if (!found.equals(description.weightsSha256())) {
      throw new BundleException(
          folder
              + " is damaged: the weights' checksum differs from the one in bundle.json."
              + " Make the bundle again, or copy it again.");
    }
  }

  private static void checkTensor(Path folder, Weights weights, String name, long[] shape) {
    if (!weights.names().contains(name)) {
      throw new BundleException(
          folder + " lacks the tensor '" + name + "' that its architecture needs");
    }
    long[] found = weights.spec(name).shape();
    if (!Arrays.equals(found, shape)) {
      throw new BundleException(
          folder
              + ": tensor '"
              + name
              + "' has shape "
              + Arrays.toString(found)
              + ", its architecture needs "
              + Arrays.toString(shape));
    }
  }

  private static String sha256(Path file) {
    MessageDigest digest = Sha256.digest();
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        digest.update(chunk, 0, read);
      }
    } catch (IOException e) {
      throw new BundleException(file + " cannot be read: " + e, e);
    }
    return Sha256.hex(digest);
  }
}
