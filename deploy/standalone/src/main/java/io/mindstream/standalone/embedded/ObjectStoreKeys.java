package io.mindstream.standalone.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/**
 * The keys of the embedded S3 server. Whoever has them reads and writes everything.
 *
 * @param access access key id
 * @param secret secret access key
 */
public record ObjectStoreKeys(String access, String secret) {

  private static final String ACCESS = "access-key";
  private static final String SECRET = "secret-key";
  private static final int ACCESS_BYTES = 8;
  private static final int SECRET_BYTES = 20;

  /** Checks that there are two. */
  public ObjectStoreKeys {
    if (access.isBlank() || secret.isBlank()) {
      throw new IllegalArgumentException("an S3 server needs an access key and a secret key");
    }
  }

  /**
   * The keys in a file, which only its owner may read; makes it, with random keys, at first.
   *
   * @throws EmbeddedPartException where the file cannot be read or written
   */
  public static ObjectStoreKeys in(Path file) {
    try {
      if (!Files.exists(file)) {
        write(file, new ObjectStoreKeys("ms" + random(ACCESS_BYTES), random(SECRET_BYTES)));
      }
      return read(file);
    } catch (IOException | IllegalArgumentException e) {
      throw new EmbeddedPartException(
          "the S3 server's keys in " + file + " cannot be used (" + e + "); delete the file", e);
    }
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return access;
  }

  private static ObjectStoreKeys read(Path file) throws IOException {
    Properties stored = new Properties();
    try (InputStream in = Files.newInputStream(file)) {
      stored.load(in);
    }
    return new ObjectStoreKeys(stored.getProperty(ACCESS, ""), stored.getProperty(SECRET, ""));
  }

  private static void write(Path file, ObjectStoreKeys keys) throws IOException {
    Properties stored = new Properties();
    stored.setProperty(ACCESS, keys.access());
    stored.setProperty(SECRET, keys.secret());
    StringWriter text = new StringWriter();
    stored.store(text, "Keys of the embedded S3 server");
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      // Before there is anything to read in it.
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.write(
        fresh, text.toString().getBytes(StandardCharsets.ISO_8859_1), StandardOpenOption.CREATE);
    Files.move(fresh, file);
  }

  private static String random(int bytes) {
    byte[] random = new byte[bytes];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
