package io.mindstream.imaging.bids;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SliceTimesTest {

  @TempDir private Path folder;
  private final List<String> notes = new ArrayList<>();

  @Test
  void shouldTakeTheNearestThatIsThere() throws IOException {
    List<Path> sidecars =
        List.of(
            sidecar("run.json", "{\"RepetitionTime\": 2}"),
            sidecar("task.json", "{\"SliceTiming\": [0, 1.5, 0.5]}"));
    assertThat(SliceTimes.of(sidecars, 3, notes::add)).containsExactly(0.0, 1.5, 0.5);
  }

  @Test
  void shouldTurnOverWhatCountsFromTheLastSlice() throws IOException {
    String fields = "{\"SliceTiming\": [0, 1, 2], \"SliceEncodingDirection\": \"k-\"}";
    assertThat(SliceTimes.of(List.of(sidecar("a.json", fields)), 3, notes::add))
        .containsExactly(2.0, 1.0, 0.0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"SliceTiming\": [0, 1]}",
        "{\"SliceTiming\": [0, 1, \"2\"]}",
        "{\"SliceTiming\": [0, 1, -2]}",
        "{\"SliceTiming\": [0, 1000, 2000]}",
        "{\"SliceTiming\": [0, 1, 2], \"SliceEncodingDirection\": \"j\"}"
      })
  void shouldLeaveOutTimesThatAreNone(String fields) throws IOException {
    assertThat(SliceTimes.of(List.of(sidecar("odd.json", fields)), 3, notes::add)).isEmpty();
    assertThat(notes).singleElement().asString().contains("odd.json", "3 times in seconds");
  }

  private Path sidecar(String name, String fields) throws IOException {
    return Files.writeString(folder.resolve(name), fields);
  }
}
