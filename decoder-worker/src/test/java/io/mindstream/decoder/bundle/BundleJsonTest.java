package io.mindstream.decoder.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleJsonTest {

  @TempDir private Path bundle;

  @Test
  void shouldLeaveNoPartWhereItCannotReplaceTheFile() throws IOException {
    Path folder = Files.createDirectory(bundle.resolve(BundleJson.FILE));

    assertThatThrownBy(() -> BundleJson.replace(folder, NullNode.instance))
        .isInstanceOf(BundleException.class);
    assertThat(bundle).isDirectoryNotContaining("glob:**.part");
  }
}
