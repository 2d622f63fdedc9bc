package io.mindstream.decoder.bundle;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mindstream.schemas.checksum.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sound bundles, but for a number. */
public final class BrokenBundle {

  private BrokenBundle() {}

  /** Makes the first number of a float32 tensor NaN; the bundle's checksum follows. */
  public static void setToNaN(Path bundle, String tensor) throws IOException {
    Path weights = bundle.resolve(SafetensorsFile.FILE);
    byte[] bytes = Files.readAllBytes(weights);
    String before = Sha256.hex(bytes);
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int headerBytes = Math.toIntExact(file.getLong(0));
    file.putFloat(Long.BYTES + headerBytes + begin(bytes, headerBytes, tensor), Float.NaN);
    Files.write(weights, bytes);
    Path json = bundle.resolve(BundleJson.FILE);
    String after = Sha256.hex(bytes);
    Files.writeString(json, Files.readString(json).replace(before, after));
  }

  private static int begin(byte[] file, int headerBytes, String tensor) throws IOException {
    return new ObjectMapper()
        .readTree(file, Long.BYTES, headerBytes)
        .path(tensor)
        .path("data_offsets")
        .path(0)
        .asInt();
  }
}
