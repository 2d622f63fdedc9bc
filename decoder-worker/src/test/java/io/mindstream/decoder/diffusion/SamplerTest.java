package io.mindstream.decoder.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamplerTest {

  private static final NoiseSchedule SCHEDULE = new NoiseSchedule(1000, 0.0015, 0.0195);

  static Stream<Sampler> samplers() {
    return Stream.of(new DdimSampler(), new PlmsSampler(), new DpmSolverPlusPlus2M());
  }

  /** Where the data are one point c, eps = (x - sqrt(abar) c) / sqrt(1 - abar), and x_0 = c. */
  @ParameterizedTest
  @MethodSource("samplers")
  void shouldBeExactForDataOfASinglePoint(Sampler sampler) {
    double c = 0.7;
    double first = sampler.plan(SCHEDULE, 20).get(0).timestep();
    double x = SCHEDULE.signal((int) first) * c + SCHEDULE.noise((int) first) * 1.3;
    double end =
        run(sampler, 20, x, (v, t) -> (v - SCHEDULE.signal((int) t) * c) / SCHEDULE.noise((int) t));
    assertThat(end).isCloseTo(SCHEDULE.signal(0) * c + SCHEDULE.noise(0) * 1.3, within(1e-6));
  }

  /** Where the data are normal with deviation s, the exact path is x_t proportional to its own. */
  @ParameterizedTest
  @MethodSource("samplers")
  void shouldComeNearTheExactPathOfNormalData(Sampler sampler) {
    double s = 0.5;
    assertThat(error(sampler, 100, s)).isLessThan(0.02);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.5, 0.8})
  void shouldComeNearerTheExactPathWith20SolverStepsThanWith50OfDdim(double s) {
    assertThat(error(new DpmSolverPlusPlus2M(), 20, s)).isLessThan(error(new DdimSampler(), 50, s));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 250})
  void shouldCostOneEvaluationMoreThanStepsWithPlms(int steps) {
    int evaluations =
        new PlmsSampler().plan(SCHEDULE, steps).stream().mapToInt(SamplerStep::evaluations).sum();
    assertThat(evaluations).isEqualTo(steps + 1);
  }

  private static double error(Sampler sampler, int steps, double s) {
    double from = deviation(sampler.plan(SCHEDULE, steps).get(0).timestep(), s);
    double end = run(sampler, steps, from, (x, t) -> gaussianNoise(x, (int) t, s));
    return Math.abs(end - deviation(0, s));
  }

  private static double deviation(int t, double s) {
    return Math.hypot(SCHEDULE.signal(t) * s, SCHEDULE.noise(t));
  }

  private static double gaussianNoise(double x, int t, double s) {
    return x * SCHEDULE.noise(t) / Math.pow(deviation(t, s), 2);
  }

  /** The definition in SamplerStep, for a latent of one number. */
  private static double run(Sampler sampler, int steps, double start, DoubleBinaryOperator eps) {
    double x = start;
    List<Double> q = new ArrayList<>();
    for (SamplerStep step : sampler.plan(SCHEDULE, steps)) {
      double e = eps.applyAsDouble(x, step.timestep());
      q.add(0, step.estimate().sample() * x + step.estimate().noise() * e);
      double next = step.sample() * x;
      for (int i = 0; i < step.history().size(); i++) {
        next += step.history().get(i) * q.get(i);
      }
      SamplerStep.Correction again = step.correction();
      if (again != null) {
        double second = eps.applyAsDouble(next, again.timestep());
        next = again.sample() * x + again.first() * q.get(0) + again.second() * second;
      }
      x = next;
    }
    return x;
  }
}
