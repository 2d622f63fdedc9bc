package io.mindstream.decoder.network;

import ai.djl.Device;
import io.mindstream.decoder.bundle.ModelBundle;
import io.mindstream.schemas.checksum.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The archives that were written before. An archive's name is the digest of all that it is made of
 * (checksum of the weights, source text, module tree with sizes and number format), so that a stale
 * one is never read. It appears by an atomic rename: another process sees it whole or not at all.
 * Whenever one is added, the folder is brought back to its limit.
 */
public final class ArchiveCache {

  private static final Logger LOG = LoggerFactory.getLogger(ArchiveCache.class);

  static final String ARCHIVE = ".pt";
  static final String PART = ".part";

  private final Path folder;
  private final CacheLimit limit;

  /**
   * Uses a folder, made when first needed.
   *
   * @param folder where archives lie; each is about as large as its bundle's weights
   */
  public ArchiveCache(Path folder) {
    this(folder, CacheLimit.USUAL);
  }

  ArchiveCache(Path folder, CacheLimit limit) {
    this.folder = folder;
    this.limit = limit;
  }

  /**
   * The usual place: the system property {@code mindstream.cache}, else the environment's {@code
   * MINDSTREAM_CACHE}, else {@code .cache/mindstream} in the home folder.
   */
  public static ArchiveCache usual() {
    String set = System.getProperty("mindstream.cache", System.getenv("MINDSTREAM_CACHE"));
    return new ArchiveCache(
        set == null
            ? Path.of(System.getProperty("user.home"), ".cache", "mindstream")
            : Path.of(set));
  }

  /**
   * The archive of a bundle, written now if need be.
   *
   * @param bundle what to run
   * @param format of its numbers
   * @param device where it is going to run
   * @throws UncheckedIOException where the folder cannot be written or is full
   * @throws IllegalArgumentException where the bundle lacks a tensor
   */
  public Path archive(ModelBundle bundle, WeightFormat format, Device device) {
    NetworkSource network =
        NetworkSource.of(
            bundle.description().architecture(),
            bundle.weights(),
            ConvolutionKind.forDecoding(device));
    Path archive = folder.resolve(digest(bundle, network, format) + ARCHIVE);
    try {
      if (!Files.exists(archive)) {
        write(archive, bundle, network, format);
        limit.apply(folder);
      }
      markUsed(archive);
      return archive;
    } catch (IOException e) {
      throw new UncheckedIOException("the network cannot be written below " + folder, e);
    }
  }

  /** A folder that may only be read serves as well; who may write to it keeps its limit. */
  private static void markUsed(Path archive) {
    try {
      Files.setLastModifiedTime(archive, FileTime.from(Instant.now()));
    } catch (IOException e) {
      LOG.debug("{} cannot be marked as used: {}", archive, e.toString());
    }
  }

  private void write(Path archive, ModelBundle bundle, NetworkSource network, WeightFormat format)
      throws IOException {
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, "network", PART);
    try {
      new ArchiveWriter(part).write(network, bundle.weights(), format);
      Files.move(part, archive, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static String digest(ModelBundle bundle, NetworkSource network, WeightFormat format) {
    MessageDigest digest = Sha256.digest();
    add(digest, bundle.description().weightsSha256());
    digest.update(new ArchivePickle(network.root(), bundle.weights(), format).bytes());
    for (Map.Entry<String, String> source : new TreeMap<>(network.sources()).entrySet()) {
      add(digest, source.getKey());
      add(digest, source.getValue());
    }
    return Sha256.hex(digest).substring(0, 32);
  }

  private static void add(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }
}
