package io.mindstream.service.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingFilesTest {

  @TempDir private Path folder;

  @Test
  void shouldRefuseAFileThatIsNotThere() {
    assertThatThrownBy(() -> begin("-micronaut.config.files=/nowhere.properties"))
        .hasMessageContaining("'/nowhere.properties'");
  }

  @Test
  void shouldTakeAFileThatIsThere() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.properties"), "mindstream.kafka.x=1");
    assertThatCode(() -> begin("-micronaut.config.files=" + file)).doesNotThrowAnyException();
  }

  @Test
  void shouldBeginWithoutAnyFile() {
    assertThatCode(() -> begin()).doesNotThrowAnyException();
  }

  private static void begin(String... arguments) {
    try (ApplicationContext context = ApplicationContext.builder().args(arguments).start()) {
      SettingFiles.require(context.getEnvironment());
    }
  }
}
