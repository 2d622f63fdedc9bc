package io.mindstream.lab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShareBarsTest {

  private final ShareBars bars = new ShareBars(0.125);

  @Test
  void shouldDrawABarAsLongAsItsShare() {
    bars.add("decoded", 0.6875, null);

    assertThat(bars.html().render()).contains("<i style=\"width: 68.8%\">");
  }

  @Test
  void shouldDrawTheIntervalFromItsLowerToItsUpperEnd() {
    bars.add("decoded", 0.5, List.of(0.25, 0.75));

    assertThat(bars.html().render())
        .contains("left: 25.0%; width: 50.0%")
        .contains("25.0 to 75.0 %");
  }

  @Test
  void shouldMarkChanceInEachBar() {
    bars.add("one", 0.5, null);
    bars.add("other", 0.5, null);

    assertThat(bars.html().render()).containsSubsequence("left: 12.5%", "left: 12.5%");
  }

  @Test
  void shouldShowANameAsTextAndNotAsMarkup() {
    bars.add("<b>", 0.5, null);

    assertThat(bars.html().render()).contains("&lt;b&gt;");
  }
}
