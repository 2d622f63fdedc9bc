package io.mindstream.preprocess.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The short cut of the outlier rule says what the rule says. */
class SortedSeriesProperties {

  private static final double WIDTH = 3;

  @Property
  void shouldCallAnOutlierWhatTheRuleDoes(@ForAll("courses") List<Float> course) {
    float newest = course.get(course.size() - 1);

    assertThat(series(course).isOutlier(newest, WIDTH)).isEqualTo(isOutlier(course, newest));
  }

  @Property
  void shouldForgetTheValueThatIsReplaced(
      @ForAll("courses") List<Float> course, @ForAll("values") float newest) {
    SortedSeries series = series(course);
    List<Float> left = new ArrayList<>(course.subList(1, course.size()));
    left.add(newest);

    series.replace(course.get(0), newest);

    assertThat(series.isOutlier(newest, WIDTH)).isEqualTo(isOutlier(left, newest));
  }

  private static SortedSeries series(List<Float> course) {
    SortedSeries series = new SortedSeries(course.size());
    course.forEach(series::add);
    return series;
  }

  private static boolean isOutlier(List<Float> course, float value) {
    double median = median(course.stream().map(Float::doubleValue).toList());
    double deviation = median(course.stream().map(v -> Math.abs(v - median)).toList());
    return deviation > 0 && Math.abs(value - median) > WIDTH * deviation;
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int n = sorted.size();
    return (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
  }

  @Provide
  Arbitrary<List<Float>> courses() {
    return values().list().ofMinSize(1).ofMaxSize(64);
  }

  /** Few different ones, so that many are equal or lie on the rule's edge. */
  @Provide
  Arbitrary<Float> values() {
    return Arbitraries.integers().between(-40, 40).map(i -> i / 4f);
  }
}
