package io.mindstream.standalone.pipeline;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.standalone.embedded.EmbeddedPartException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir Path root;

  @Test
  void shouldNameTheProcessThatHoldsTheFolder() {
    try (DataFolder held = DataFolder.open(root)) {
      assertThatThrownBy(() -> DataFolder.open(root))
          .isInstanceOf(EmbeddedPartException.class)
          .hasMessageContaining(root.toString())
          .hasMessageContaining("in use by process " + ProcessHandle.current().pid())
          .hasMessageContaining("--data");
    }
  }

  @Test
  void shouldGiveTheFolderFreeOnClose() {
    DataFolder.open(root).close();

    assertThatCode(() -> DataFolder.open(root).close()).doesNotThrowAnyException();
  }
}
