package io.mindstream.decoder.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleMarksTest {

  private static final String VECTORS =
      "\"vectors\": {\"normalisation\": \"running\", \"windowDelaySeconds\": 5.0, \"steadyVolumes\": 0}";

  @TempDir private Path bundle;

  @Test
  void shouldSayThatAModelTakesOwnWindows() throws IOException {
    write(VECTORS);
    BundleMarks.ownWindows(bundle, true);

    assertThat(vectors().takesOwnWindows()).isTrue();
  }

  @Test
  void shouldTakeNoneWhereABundleDoesNotSay() throws IOException {
    write(VECTORS);

    assertThat(vectors().takesOwnWindows()).isFalse();
  }

  @Test
  void shouldBeTakenAway() throws IOException {
    write(VECTORS);
    VectorOrigin before = vectors();
    BundleMarks.ownWindows(bundle, true);
    BundleMarks.ownWindows(bundle, false);

    assertThat(vectors()).isEqualTo(before);
  }

  @Test
  void shouldLeaveWhatAnotherFamilySays() throws IOException {
    write(VECTORS);
    BundleMarks.ownWindows(bundle, true);

    assertThat(Files.readString(bundle.resolve("bundle.json"))).contains("\"gallery\" : [ 1, 2 ]");
  }

  @Test
  void shouldSayThatABundleWithoutARecipeTakesAny() throws IOException {
    write("\"vectors\": null");

    assertThatThrownBy(() -> BundleMarks.ownWindows(bundle, true))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("takes any");
  }

  private VectorOrigin vectors() {
    return Objects.requireNonNull(ModelCard.read(bundle).vectors());
  }

  private void write(String vectors) throws IOException {
    Files.writeString(
        bundle.resolve("bundle.json"),
        """
        {"format": 1, "model": {"family": "retrieval", "id": "g", "trained": true,
          "gallery": [1, 2], %s, "weightsSha256": "%s"}}
        """
            .formatted(vectors, "0".repeat(64)));
  }
}
