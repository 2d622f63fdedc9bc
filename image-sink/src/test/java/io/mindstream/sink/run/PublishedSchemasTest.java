package io.mindstream.sink.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.sink.Records;
import io.mindstream.storage.document.Documents;
import io.mindstream.storage.document.QualityDocument;
import io.mindstream.storage.document.QualitySummary;
import io.mindstream.storage.document.RunDocument;
import io.mindstream.storage.document.RunDocument.Similarity;
import io.mindstream.storage.document.Software;
import io.mindstream.storage.document.TrialDocument;
import io.mindstream.storage.document.VectorsDocument;
import io.mindstream.storage.document.VectorsDocument.Recipe;
import io.mindstream.storage.document.VectorsDocument.Refusal;
import io.mindstream.storage.document.VectorsDocument.Result;
import io.mindstream.storage.recording.RecordingIndex.Play;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is written has the published form. */
class PublishedSchemasTest {

  private static final QualitySummary SUMMARY =
      QualitySummary.of(Records.summary(0.7).getSummary().orElseThrow());

  private static final String SHA = "0".repeat(64);

  @Test
  void shouldWriteTrialsInThePublishedForm() throws IOException {
    byte[] json = Documents.write(TrialDocument.of(Records.image(7, 1), new byte[] {1}));
    assertThat(wrong("trial", json)).isEmpty();
  }

  @Test
  void shouldWriteRunsInThePublishedForm() throws IOException {
    RunDocument.Trial trial =
        new RunDocument.Trial(
            0,
            "face",
            "face-3",
            1,
            "m",
            1,
            2,
            true,
            List.of("volumes-missing"),
            1,
            new Similarity(0.5, 0.5));
    RunDocument run = RunDocument.of(Records.run(RunState.ENDED)).with(List.of(trial), SUMMARY);
    assertThat(wrong("run", Documents.write(run))).isEmpty();
  }

  @Test
  void shouldWriteQualityInThePublishedForm() throws IOException {
    byte[] json =
        Documents.write(
            QualityDocument.of(
                Records.summary(0.7), Records.summary(0.7).getSummary().orElseThrow()));
    assertThat(wrong("quality", json)).isEmpty();
  }

  @Test
  void shouldWriteLaterAnswersInThePublishedForm() throws IOException {
    byte[] json = Documents.write(TrialDocument.of(Records.answer(7, 1, 2), new byte[] {1}));
    assertThat(wrong("trial", json)).isEmpty();
  }

  @Test
  void shouldWriteVectorsInThePublishedForm() throws IOException {
    Play play = Play.of(Records.run(RunState.ENDED));
    Refusal refusal = new Refusal(3, "EVENT_OUTSIDE_RUN", "the run is too short");
    VectorsDocument vectors =
        new VectorsDocument(
            VectorsDocument.FORMAT,
            Records.run(RunState.ENDED).getRunId(),
            2,
            Instant.EPOCH,
            VectorsDocument.Source.of("recordings/sub-01/", 1, play),
            new Recipe("none", null, 5, 8.0, List.of(0.0, 20.0), true, "on", 0.5, "VC", SHA, 8),
            new Result(1, 2, SHA, List.of(refusal), List.of()),
            Software.THIS);
    assertThat(wrong("vectors", Documents.write(vectors))).isEmpty();
  }

  @Test
  void shouldNotTakeAnythingForATrial() throws IOException {
    assertThat(wrong("trial", "{\"format\": 1}".getBytes(StandardCharsets.UTF_8))).isNotEmpty();
  }

  private static List<String> wrong(String name, byte[] json) throws IOException {
    String file = "json-schema/" + name + ".schema.json";
    try (InputStream in = RunDocument.class.getResourceAsStream("/io/mindstream/storage/" + file)) {
      JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(in);
      return schema.validate(new String(json, StandardCharsets.UTF_8), InputFormat.JSON).stream()
          .map(Object::toString)
          .toList();
    }
  }
}
