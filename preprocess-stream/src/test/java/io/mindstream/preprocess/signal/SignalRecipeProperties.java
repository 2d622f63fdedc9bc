package io.mindstream.preprocess.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalRecipeProperties {

  @Property
  void shouldReadARecipeAsItWasWritten(@ForAll("recipes") SignalRecipe recipe) {
    assertThat(SignalRecipe.parse(recipe.toString())).isEqualTo(recipe);
  }

  @Example
  void shouldTakeDefaultsForWhatIsNotSaid() {
    assertThat(SignalRecipe.parse("glm()"))
        .hasToString(
            "glm(hrf=glover,drift=0.01,motion=6,components=0,noise=ar1,spikes=censor,"
                + "steady=120,score=beta)");
  }

  @Example
  void shouldNotSayWhatIsNewAndNotAskedFor() {
    assertThat(SignalRecipe.parse("glm(standard=none,repeats=none)"))
        .hasToString(SignalRecipe.parse("glm()").toString());
  }

  @Example
  void shouldNotCareForOrder() {
    assertThat(SignalRecipe.parse("denoised(motion=24, drift=poly2)"))
        .isEqualTo(SignalRecipe.parse("denoised(drift=poly2,motion=24)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "glm; glm(name=value,...)",
        "glm(motion=6,motion=6); once",
        "glm(motion); name=value",
        "glm(motion=7); 0, 6 or 24",
        "glm(motion=six); whole number",
        "glm(drift=fast); number",
        "glm(drift=poly9); poly0 to poly5",
        "glm(drift=NaN); 0.1 Hz",
        "glm(hrf=canonical); one of [glover, spm]",
        "denoised(hrf=spm); of glm alone",
        "denoised(standard=running); of glm alone",
        "glm(standard=all); one of [none, running]",
        "glm(repeats=sum); one of [none, mean]",
        "glm(overlap=fir); of denoised alone overlap",
        "denoised(overlap=hrf); one of [none, fir]",
        "glm(color=red); has no part [color]",
        "glm(components=6); 0 to 5",
        "glm(steady=-1); steady",
        "glm(delay=-1); delay"
      })
  void shouldSayWhatToWriteInstead(String text, String said) {
    assertThatThrownBy(() -> SignalRecipe.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(said);
  }

  @Provide
  Arbitrary<SignalRecipe> recipes() {
    Arbitrary<Optional<Double>> delays = Arbitraries.doubles().between(0, 3600).optional();
    return Combinators.combine(nuisance(), models(), delays).as(SignalRecipe::new);
  }

  private static Arbitrary<NuisanceRecipe> nuisance() {
    Arbitrary<Drift> drifts =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 5).map(Drift.Polynomial::new),
            Arbitraries.doubles().between(0, false, 0.1, true).map(Drift.Cosine::new));
    return Combinators.combine(
            drifts,
            Arbitraries.of(MotionModel.class),
            Arbitraries.integers().between(0, 5),
            Arbitraries.of(Spikes.class),
            Arbitraries.integers().between(0, 1000))
        .as(NuisanceRecipe::new);
  }

  private static Arbitrary<SignalModel> models() {
    return Arbitraries.oneOf(Arbitraries.of(Overlap.class).map(WindowModel::new), trials());
  }

  private static Arbitrary<TrialModel> trials() {
    return Combinators.combine(
            Arbitraries.of(Hrf.class),
            Arbitraries.of(NoiseModel.class),
            Arbitraries.of(TrialScore.class),
            Arbitraries.of(Standard.class),
            Arbitraries.of(Repeats.class))
        .as(TrialModel::new);
  }
}
