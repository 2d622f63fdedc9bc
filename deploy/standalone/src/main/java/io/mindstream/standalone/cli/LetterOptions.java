package io.mindstream.standalone.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.TopicPresence;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.service.cli.ConnectionOptions;
import io.mindstream.standalone.letters.LetterBox;
import io.mindstream.standalone.letters.LetterHead;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of every command on dead letters: where they lie, and how they are told. */
final class LetterOptions {

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  @Option(names = "--json", description = "As JSON, alone on standard output.")
  private boolean json;

  boolean json() {
    return json;
  }

  KafkaSettings kafka() {
    return connection.kafka();
  }

  SchemaRegistry registry() {
    return connection.registry();
  }

  Topics topics() {
    return Topics.standard();
  }

  /** The box; the caller closes it. */
  LetterBox open() {
    TopicPresence.require(kafka(), topics());
    return new LetterBox(kafka(), registry(), topics());
  }

  static void print(PrintWriter out, Object json) throws JsonProcessingException {
    out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json));
    out.flush();
  }

  /** A letter's head as JSON has it; Jackson knows no times by itself. */
  static Map<String, Object> fields(LetterHead letter) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", letter.id().toString());
    fields.put("failedAt", letter.failedAt().toString());
    fields.put("code", letter.code());
    fields.put("message", letter.message());
    fields.put("service", letter.service());
    fields.put("topic", letter.topic());
    fields.put("partition", letter.partition());
    fields.put("offset", letter.offset());
    fields.put("key", letter.key());
    fields.put("bytes", letter.bytes());
    fields.put("clipped", letter.clipped());
    fields.put("redriven", letter.redriven());
    return fields;
  }
}
