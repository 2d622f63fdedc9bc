package io.mindstream.decoder.checkpoint;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Files of PyTorch from 1.6 on: a zip file of {@code STEM/data.pkl}, the pickle, and {@code
 * STEM/data/KEY}, the storages. The stem is whatever name the file had when it was saved.
 */
final class ZipFormat {

  private static final String PICKLE = "data.pkl";
  private static final long LARGEST_PICKLE = 1 << 23;

  private ZipFormat() {}

  static Object read(CheckpointFile file) throws IOException {
    Map<String, FileSection> entries = ZipDirectory.read(file);
    String stem = stem(entries);
    requireLittleEndian(file, entries.get(stem + "byteorder"));
    TensorStorage storage = new TensorStorage(file);
    String data = stem + "data/";
    entries.forEach(
        (name, section) -> {
          if (name.startsWith(data)) {
            storage.put(name.substring(data.length()), section);
          }
        });
    return pickle(file, requireNonNull(entries.get(stem + PICKLE)), storage);
  }

  private static Object pickle(CheckpointFile file, FileSection section, TensorStorage storage)
      throws IOException {
    CheckpointFile.require(section.size() <= LARGEST_PICKLE, "its pickle is larger than 8 MiB");
    file.verify(section, "its pickle");
    PickleInput in = new PickleInput(file.bytes(section.offset(), section.size()));
    return new PickleReader(in, new TorchObjects(storage, storage::require)).read();
  }

  private static String stem(Map<String, FileSection> entries) {
    List<String> pickles =
        entries.keySet().stream()
            .filter(name -> name.equals(PICKLE) || name.endsWith("/" + PICKLE))
            .toList();
    CheckpointFile.require(
        pickles.size() == 1,
        "it is a zip file without one data.pkl, so torch.save did not write it");
    String stem = pickles.get(0).substring(0, pickles.get(0).length() - PICKLE.length());
    CheckpointFile.require(
        !entries.containsKey(stem + "constants.pkl"),
        "it is a TorchScript archive (torch.jit.save). Give the checkpoint that torch.save wrote.");
    return stem;
  }

  private static void requireLittleEndian(CheckpointFile file, @Nullable FileSection byteOrder)
      throws IOException {
    if (byteOrder != null && byteOrder.size() < 16) {
      byte[] text = new byte[(int) byteOrder.size()];
      file.bytes(byteOrder.offset(), byteOrder.size()).get(text);
      CheckpointFile.require(
          !new String(text, StandardCharsets.US_ASCII).equals("big"),
          "it was written on a big-endian machine. Save it again on a little-endian one.");
    }
  }
}
