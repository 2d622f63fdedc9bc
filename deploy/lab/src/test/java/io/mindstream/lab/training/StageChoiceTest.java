package io.mindstream.lab.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageChoiceTest {

  @TempDir private Path folder;

  @Test
  void shouldTrainAllStagesWhereNoneIsNamed() throws IOException {
    assertEquals(5, StageChoice.prepare(folder, List.of(), false).stages().size());
  }

  @Test
  void shouldForgetOnlyTheCheckpointsOfTheNamedStages() throws IOException {
    Path kept = Files.createFile(folder.resolve("autoencoder.state"));
    Path dropped = Files.createFile(folder.resolve("masked.state"));

    StageChoice.prepare(folder, List.of(TrainingStage.MASKED), false);

    assertTrue(Files.exists(kept));
    assertFalse(Files.exists(dropped));
  }

  @Test
  void shouldKeepTheCheckpointOfANamedStageThatGoesOn() throws IOException {
    Path kept = Files.createFile(folder.resolve("autoencoder.state"));

    StageChoice.prepare(folder, List.of(TrainingStage.AUTOENCODER), true);

    assertTrue(Files.exists(kept));
  }

  @Test
  void shouldSayWhichEarlierStageToTrainFirst() throws IOException {
    Files.createFile(folder.resolve("autoencoder.state"));

    TrainingException refused =
        assertThrows(
            TrainingException.class,
            () -> StageChoice.prepare(folder, List.of(TrainingStage.CONDITION), false));

    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains("--stage masked,condition"), message);
  }

  @Test
  void shouldNotHaveAStageThatIsNeitherNamedNorTrained() throws IOException {
    StageChoice choice = StageChoice.prepare(folder, List.of(TrainingStage.AUTOENCODER), false);

    assertTrue(choice.has(TrainingStage.AUTOENCODER));
    assertFalse(choice.has(TrainingStage.DIFFUSION));
  }
}
