package io.mindstream.e2e;

import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.VoxelVector;
import io.mindstream.schemas.checksum.Sha256;
import io.mindstream.schemas.serde.Bytes;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topic;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.storage.RunKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** What a session leaves in topics and store, a line a thing, each with its bytes' checksum. */
final class Outcome {

  private final CommittedRecords committed;
  private final SchemaRegistry registry;
  private final Path objects;
  private final Topics topics = Topics.standard();

  Outcome(SharedParts parts, Path objects) {
    this.committed = new CommittedRecords(parts.kafka());
    this.registry = new SchemaRegistry(parts.registry());
    this.objects = objects;
  }

  /** Records that a service has yet to read; 0 where all is done. */
  int lag() {
    return committed.lag(
            PreprocessConfig.DEFAULT.engine().applicationId(),
            List.of(topics.runs().name(), topics.volumes().name(), topics.events().name()))
        + committed.lag("mindstream-decoder", List.of(topics.voxelVectors().name()))
        + committed.lag(
            "mindstream-sink",
            List.of(topics.images().name(), topics.events().name(), topics.runs().name()));
  }

  /** All lines, sorted; what is there twice is twice among them. */
  List<String> lines() {
    return Stream.of(
            lines(topics.voxelVectors(), Outcome::vector),
            lines(topics.images(), Outcome::image),
            lines(topics.deadLetters(), Outcome::letter),
            objects())
        .flatMap(List::stream)
        .sorted()
        .toList();
  }

  private <T extends SpecificRecord> List<String> lines(Topic<T> topic, Function<T, String> line) {
    return committed.of(topic.name()).stream()
        .map(record -> line.apply(topic.codec(registry).decode(record.value())))
        .toList();
  }

  private static String vector(VoxelVector vector) {
    return "vector %s %d %s"
        .formatted(vector.getRunId(), vector.getTrialIndex(), vector.getValues());
  }

  private static String image(DecodedImage image) {
    return "image %s %d %d %s"
        .formatted(
            image.getRunId(),
            image.getTrialIndex(),
            image.getSampleIndex(),
            Sha256.hex(Bytes.of(image.getPng())));
  }

  private static String letter(DeadLetter letter) {
    return "dead letter %s %s %s"
        .formatted(letter.getCode(), letter.getTopic(), letter.getMessage());
  }

  /**
   * Results alone: recordings lie in parts that depend on when they were stored. Documents hold
   * times, so only their names are compared.
   */
  private List<String> objects() {
    try (Stream<Path> files = Files.walk(objects)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> objects.relativize(file).toString().contains(RunKeys.DERIVATIVES))
          .map(this::object)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String object(Path file) {
    try {
      String name = objects.relativize(file).toString();
      return name.endsWith(".png") ? name + " " + Sha256.hex(Files.readAllBytes(file)) : name;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
