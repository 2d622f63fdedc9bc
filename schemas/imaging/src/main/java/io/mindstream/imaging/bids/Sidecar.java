package io.mindstream.imaging.bids;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mindstream.imaging.file.FileContent;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The time fields of the {@code _bold.json} files that describe a series.
 *
 * @param file the nearest that has one of them
 * @param repetitionTime the field as it is written
 * @param volumeTiming the field as it is written
 * @param sliceTiming the field as it is written
 * @param sliceDirection SliceEncodingDirection as it is written
 */
record Sidecar(
    Path file,
    Optional<JsonNode> repetitionTime,
    Optional<JsonNode> volumeTiming,
    Optional<JsonNode> sliceTiming,
    Optional<JsonNode> sliceDirection) {

  /** Python writes NaN and Infinity, which JSON does not have, beside fields that are sound. */
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  /**
   * The nearest sidecar with a time field.
   *
   * @param files those that apply, the most telling first
   * @throws BidsException where one cannot be read
   */
  static Optional<Sidecar> of(List<Path> files) {
    return files.stream()
        .map(Sidecar::read)
        .filter(sidecar -> sidecar.repetitionTime.isPresent() || sidecar.volumeTiming.isPresent())
        .findFirst();
  }

  /**
   * The nearest sidecar that times slices.
   *
   * @param files those that apply, the most telling first
   * @throws BidsException where one cannot be read
   */
  static Optional<Sidecar> ofSlices(List<Path> files) {
    return files.stream()
        .map(Sidecar::read)
        .filter(sidecar -> sidecar.sliceTiming.isPresent())
        .findFirst();
  }

  private static Sidecar read(Path file) {
    FileContent.missing(file)
        .ifPresent(
            problem -> {
              throw new BidsException(file, problem);
            });
    try {
      JsonNode fields = JSON.readTree(file.toFile());
      if (!fields.isObject()) {
        throw new BidsException(
            file, "holds no JSON object; write for example {\"RepetitionTime\": 2.0}");
      }
      return new Sidecar(
          file,
          field(fields, "RepetitionTime"),
          field(fields, "VolumeTiming"),
          field(fields, "SliceTiming"),
          field(fields, "SliceEncodingDirection"));
    } catch (JsonProcessingException e) {
      throw new BidsException(
          file,
          "line %d: is not JSON in UTF-8 (%s); mend it, or save it as UTF-8"
              .formatted(line(e), e.getOriginalMessage()),
          e);
    } catch (CharacterCodingException e) {
      throw new BidsException(file, "is not text in UTF-8; save it as UTF-8", e);
    } catch (IOException e) {
      throw new BidsException(file, "cannot be read (" + e.getMessage() + ")", e);
    }
  }

  private static int line(JsonProcessingException e) {
    return e.getLocation() == null ? 1 : e.getLocation().getLineNr();
  }

  private static Optional<JsonNode> field(JsonNode fields, String name) {
    @Nullable JsonNode value = fields.get(name);
    return Optional.ofNullable(value).filter(node -> !node.isNull());
  }
}
