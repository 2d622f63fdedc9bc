package io.mindstream.imaging.bids;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The {@code _bold.json} files that describe a series: beside it, then in the folders above it up
 * to the data set's root; in one folder the one with most entities goes first.
 */
final class Sidecar {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FIELD = "RepetitionTime";

  private Sidecar() {}

  /**
   * TR in seconds, where a sidecar has it.
   *
   * @throws BidsException where a sidecar cannot be read or its TR is no positive number
   */
  static OptionalDouble repetitionTime(Path root, Path bold) {
    for (Path folder = bold.getParent();
        folder != null && folder.startsWith(root);
        folder = folder.getParent()) {
      for (Path sidecar : candidates(folder, BidsName.of(bold))) {
        OptionalDouble found = read(sidecar);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return OptionalDouble.empty();
  }

  private static List<Path> candidates(Path folder, BidsName bold) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith("bold.json"))
          .filter(file -> BidsName.of(file).appliesTo(bold))
          .sorted(Comparator.comparingInt(file -> -BidsName.of(file).entities().size()))
          .toList();
    } catch (IOException e) {
      throw new BidsException(folder, "cannot be listed (" + e.getMessage() + ")", e);
    }
  }

  private static OptionalDouble read(Path sidecar) {
    @Nullable JsonNode value;
    try {
      value = JSON.readTree(sidecar.toFile()).get(FIELD);
    } catch (IOException e) {
      throw new BidsException(sidecar, "is not JSON (" + e.getMessage() + ")", e);
    }
    if (value == null) {
      return OptionalDouble.empty();
    }
    if (!value.isNumber() || !(value.doubleValue() > 0)) {
      throw new BidsException(
          sidecar, FIELD + " must be a positive number of seconds, got " + value);
    }
    return OptionalDouble.of(value.doubleValue());
  }
}
