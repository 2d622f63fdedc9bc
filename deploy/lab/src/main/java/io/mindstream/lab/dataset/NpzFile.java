package io.mindstream.lab.dataset;

import io.mindstream.decoder.array.DoubleArray;
import io.mindstream.decoder.array.NpyFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A NumPy {@code .npz} file: a zip file of {@code .npy} arrays. */
final class NpzFile implements AutoCloseable {

  private static final String SUFFIX = ".npy";

  private final Path path;
  private final ZipFile zip;

  private NpzFile(Path path, ZipFile zip) {
    this.path = path;
    this.zip = zip;
  }

  /**
   * Opens a file.
   *
   * @throws DatasetException where it is missing or no zip file
   */
  static NpzFile open(Path path) {
    try {
      return new NpzFile(path, new ZipFile(path.toFile()));
    } catch (IOException e) {
      throw new DatasetException(path + " cannot be read as a NumPy .npz file: " + e, e);
    }
  }

  /** Names of the arrays. */
  List<String> names() {
    return zip.stream()
        .map(ZipEntry::getName)
        .filter(name -> name.endsWith(SUFFIX))
        .map(name -> name.substring(0, name.length() - SUFFIX.length()))
        .sorted()
        .toList();
  }

  /**
   * Reads one array.
   *
   * @throws DatasetException where there is none of this name, or it cannot be read
   */
  DoubleArray read(String name) {
    return read(name, NpyFile::read);
  }

  /**
   * Reads truth values.
   *
   * @throws DatasetException where there is no array of this name
   * @throws io.mindstream.decoder.array.UnusableArrayException where it holds anything else
   */
  boolean[] mask(String name) {
    return read(name, NpyFile::readMask);
  }

  /** How an array is read from its stream; the text names it in errors. */
  private interface ArrayReader<T> {
    T read(InputStream in, String name) throws IOException;
  }

  private <T> T read(String name, ArrayReader<T> reader) {
    ZipEntry entry = zip.getEntry(name + SUFFIX);
    if (entry == null) {
      throw new DatasetException(path + " has no array '" + name + "'; it has " + names());
    }
    try (InputStream in = new BufferedInputStream(zip.getInputStream(entry))) {
      return reader.read(in, path + ":" + name);
    } catch (IOException e) {
      throw new DatasetException(path + ":" + name + " cannot be read: " + e, e);
    }
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw new DatasetException(path + " cannot be closed: " + e, e);
    }
  }
}
