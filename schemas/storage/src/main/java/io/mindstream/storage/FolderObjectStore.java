package io.mindstream.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The objects that a pipeline in one process keeps as files, read without its server: it may run or
 * not. An object is written beside and then moved to its place, so nobody reads half of one.
 */
public final class FolderObjectStore implements ObjectStore {

  private static final String CONTENT_TYPE = "user.content-type";
  private static final String CONTENT_MD5 = "user.content-md5";

  private static final boolean IS_POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private final Path bucket;

  /**
   * A bucket of a data folder.
   *
   * @param data as a pipeline's {@code --data}
   * @param bucket the bucket's name
   * @throws StoreUnavailableException where there is none; the message says what to do
   */
  public FolderObjectStore(Path data, String bucket) {
    this.bucket = data.resolve("objects").resolve(bucket);
    if (!Files.isDirectory(this.bucket)) {
      throw new StoreUnavailableException(
          this.bucket
              + " is not there: nothing was stored in this data folder yet; give another by --data,"
              + " or a server by --s3-endpoint",
          new NoSuchFileException(this.bucket.toString()));
    }
  }

  @Override
  public void put(String key, byte[] content, String contentType) {
    Path file = bucket.resolve(key);
    Path partial = bucket.resolveSibling(".partial-" + UUID.randomUUID());
    try {
      Path folder = Files.createDirectories(Objects.requireNonNull(file.getParent()));
      try {
        Files.write(partial, content);
        describe(partial, content, contentType);
        onDisk(partial, StandardOpenOption.WRITE);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(partial);
      }
      if (IS_POSIX) { // elsewhere a folder can't be opened
        onDisk(folder, StandardOpenOption.READ);
      }
    } catch (IOException e) {
      throw new StoreUnavailableException(
          file + " cannot be written (" + e + "); check who may write it, and the disk", e);
    }
  }

  /** Without this a machine that loses power may forget what was answered to be stored. */
  private static void onDisk(Path path, OpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }

  /**
   * The embedded server keeps these beside each file, and lists no folder with one that lacks them.
   */
  private static void describe(Path file, byte[] content, String contentType) throws IOException {
    UserDefinedFileAttributeView facts =
        Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
    if (facts != null && Files.getFileStore(file).supportsFileAttributeView("user")) {
      facts.write(CONTENT_TYPE, ByteBuffer.wrap(contentType.getBytes(StandardCharsets.UTF_8)));
      facts.write(CONTENT_MD5, ByteBuffer.wrap(md5(content)));
    }
  }

  /** S3 names an object's content so; it guards nothing. */
  private static byte[] md5(byte[] content) {
    try {
      return MessageDigest.getInstance("MD5").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has MD5", e);
    }
  }

  @Override
  public Optional<byte[]> get(String key) {
    try {
      return Optional.of(Files.readAllBytes(bucket.resolve(key)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public Optional<InputStream> open(String key) {
    try {
      return Optional.of(Files.newInputStream(bucket.resolve(key)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public List<StoredObject> objects(String prefix) {
    Path folder = bucket.resolve(prefix.substring(0, prefix.lastIndexOf('/') + 1));
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> key(file).startsWith(prefix))
          .map(this::object)
          .sorted(Comparator.comparing(StoredObject::key))
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public List<String> folders(String folder) {
    Path path = bucket.resolve(folder);
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(Files::isDirectory).map(file -> key(file) + "/").sorted().toList();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public String address() {
    return bucket.toString();
  }

  @Override
  public void close() {
    // No file is open.
  }

  private StoredObject object(Path file) {
    try {
      BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
      // Two that are written one after the other in a tick of the clock are different files.
      String tag = facts.lastModifiedTime() + " " + facts.fileKey();
      return new StoredObject(key(file), facts.size(), tag);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String key(Path file) {
    return bucket.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
  }

  private StoreUnavailableException unreadable(Exception e) {
    return new StoreUnavailableException(
        bucket + " cannot be read (" + e.getMessage() + "); check who may read it", e);
  }
}
