package io.mindstream.decoder.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.decoder.bundle.ModelCard;
import io.mindstream.decoder.bundle.VectorOrigin;
import io.mindstream.schemas.avro.Normalisation;
import io.mindstream.schemas.avro.VoxelVector;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecipeChecksTest {

  private static final String VOXELS = "a".repeat(64);
  private static final String OTHERS = "b".repeat(64);
  private static final ModelCard MODEL =
      model(new VectorOrigin("running", 5, 120, null, null, VOXELS));

  private static final ModelCard OWN_WINDOWS =
      model(new VectorOrigin("running", 5, 120, null, true, VOXELS));

  private static ModelCard model(@Nullable VectorOrigin vectors) {
    return new ModelCard("mind-vis", "demo", true, "VC", null, vectors, "0".repeat(64));
  }

  /** A vector that the model knows. */
  private static VoxelVector.Builder known() {
    return Vectors.builder(1)
        .setNormalisation(Normalisation.RUNNING)
        .setSteadyVolumes(120)
        .setWindowDelaySeconds(5.0)
        .setRoiChecksum(VOXELS);
  }

  private static void assertRefused(VoxelVector.Builder vector, String... saying) {
    assertRefused(MODEL, vector, saying);
  }

  private static void assertRefused(ModelCard model, VoxelVector.Builder vector, String... saying) {
    assertThatThrownBy(() -> RecipeChecks.requireKnown(vector.build(), model))
        .isInstanceOfSatisfying(
            PipelineException.class,
            e -> assertThat(e.code()).isEqualTo(FailureCode.UNKNOWN_VECTORS))
        .hasMessageContainingAll(saying);
  }

  private static void assertTaken(VoxelVector.Builder vector, ModelCard model) {
    assertThatCode(() -> RecipeChecks.requireKnown(vector.build(), model))
        .doesNotThrowAnyException();
  }

  @Test
  void shouldTakeWhatTheModelLearnedFrom() {
    assertTaken(known(), MODEL);
  }

  @Test
  void shouldTakeTheRecipeThatTheModelLearnedFrom() {
    ModelCard betas = model(new VectorOrigin("glm(noise=ar1)", 5, 0, 20.0, null, VOXELS));

    assertTaken(betas("glm(noise=ar1)"), betas);
  }

  @Test
  void shouldRefuseAnotherRecipe() {
    assertRefused(betas("glm(noise=ar1)"), "'running'", "'glm(noise=ar1)'");
  }

  private static VoxelVector.Builder betas(String recipe) {
    return known().setNormalisation(Normalisation.GLM).setSteadyVolumes(null).setRecipe(recipe);
  }

  @Test
  void shouldRefuseScannerUnitsForAModelOfZScores() {
    assertRefused(
        known().setNormalisation(Normalisation.NONE).setSteadyVolumes(null),
        "'running'",
        "'none'",
        ".normalisation=running",
        ".window-delay=5000ms",
        ".steady-volumes=120");
  }

  @Test
  void shouldRefuseAnotherWindowDelay() {
    assertRefused(known().setWindowDelaySeconds(0.0), "5.0 s after the onset", "0.0 s");
  }

  @Test
  void shouldRefuseAnEventsOwnWindowWhereTheModelLearnedFromNone() {
    assertRefused(
        known().setWindowDelaySeconds(2.0).setOwnWindowDelay(true),
        "5.0 s after the onset",
        "asks for one 2.0 s",
        "take window_delay out",
        "model mark --own-windows");
  }

  @Test
  void shouldTakeAnEventsOwnWindowWhereTheModelLearnedFromSuch() {
    assertTaken(known().setWindowDelaySeconds(2.0).setOwnWindowDelay(true), OWN_WINDOWS);
  }

  @Test
  void shouldTakeAnEventsOwnWindowThatIsTheModels() {
    assertTaken(known().setOwnWindowDelay(true), MODEL);
  }

  @Test
  void shouldRefuseAnotherWindowOfTheSettingsWhereTheModelTakesThoseOfEvents() {
    assertRefused(OWN_WINDOWS, known().setWindowDelaySeconds(2.0), ".window-delay=5000ms");
  }

  @Test
  void shouldRefuseFixedWindows() {
    assertRefused(known().setWindowDelaySeconds(null), "at a fixed time");
  }

  @Test
  void shouldRefuseAnOwnWindowThatIsNotSaid() {
    assertRefused(
        OWN_WINDOWS,
        known().setOwnWindowDelay(true).setWindowDelaySeconds(null),
        "at a fixed time");
  }

  @Test
  void shouldRefuseAnotherNumberOfSteadyVolumes() {
    assertRefused(known().setSteadyVolumes(0), "120 steady volumes");
  }

  @Test
  void shouldRefuseOtherVoxelsOfTheSameName() {
    assertRefused(known().setRoiChecksum(OTHERS), "'VC'", "voxels or their order differ");
  }

  @Test
  void shouldTakeTheSameVoxelsUnderAnotherName() {
    assertTaken(known().setRoiId("visual"), MODEL);
  }

  @Test
  void shouldRefuseAnotherRoiWhereTheVoxelsAreNotKnown() {
    assertRefused(known().setRoiChecksum(null).setRoiId("LOC"), "'VC'", "'LOC'");
  }

  @Test
  void shouldTakeVectorsOfAnOlderProgramByWhatTheySay() {
    assertTaken(
        known().setRoiChecksum(null).setWindowDelaySeconds(null).setSteadyVolumes(null), MODEL);
  }

  @Test
  void shouldTakeAnyRecipeWhereTheBundleHasNone() {
    assertTaken(known().setNormalisation(Normalisation.NONE), model(null));
  }
}
