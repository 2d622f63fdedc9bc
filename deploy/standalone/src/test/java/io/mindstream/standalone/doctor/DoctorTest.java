package io.mindstream.standalone.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.schemas.serde.RegistrySettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.testing.KafkaBroker;
import io.mindstream.storage.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

  @TempDir Path folder;

  @Test
  void shouldSayThatAShareIsNotMounted() {
    assertThat(Share.look(folder.resolve("nowhere")))
        .singleElement()
        .satisfies(found -> assertThat(found.level()).isEqualTo(Finding.Level.BAD))
        .satisfies(found -> assertThat(found.text()).contains("mount it"));
  }

  @Test
  void shouldSayWhatCameLastIntoAShare() throws IOException {
    Files.writeString(folder.resolve("a.dcm"), "x");

    assertThat(Share.look(folder).get(0).text()).startsWith("1 files; the last one came");
  }

  @Test
  void shouldLeaveNothingInAShare() throws IOException {
    Share.look(folder);

    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void shouldSayThatAStoreDoesNotAnswer() {
    assertThat(
            Store.look(StoreSettings.of("http://127.0.0.1:1", "lab", "a", "s"), Clock.systemUTC()))
        .extracting(Finding::level)
        .containsExactly(Finding.Level.BAD);
  }

  @Test
  void shouldSayThatClocksAreApart() {
    Instant now = Instant.parse("2026-03-01T10:00:00Z");
    assertThat(Store.clocks(now, now.plusSeconds(5)).level()).isEqualTo(Finding.Level.BAD);
  }

  @Test
  void shouldTakeClocksForTheSameThatAreASecondApart() {
    Instant now = Instant.parse("2026-03-01T10:00:00Z");
    assertThat(Store.clocks(now, now.minusSeconds(1)).level()).isEqualTo(Finding.Level.OK);
  }

  @Test
  void shouldSayWhichTopicsAKafkaLacks() {
    try (KafkaBroker broker = KafkaBroker.startIn(folder)) {
      assertThat(
              Servers.look(
                  broker.settings(), new SchemaRegistry(RegistrySettings.of("http://localhost:1"))))
          .filteredOn(found -> found.what().equals("topics"))
          .singleElement()
          .satisfies(found -> assertThat(found.text()).contains("lacks", "mindstream topics"));
    }
  }

  @Test
  void shouldSayThatAFolderHoldsNoModel() {
    assertThat(Bundle.look(folder, Optional.empty()))
        .extracting(Finding::level)
        .containsExactly(Finding.Level.BAD);
  }
}
