package io.mindstream.standalone.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class StopStackTest {

  private static final Duration LONG = Duration.ofSeconds(10);

  private final List<String> stopped = Collections.synchronizedList(new ArrayList<>());
  private final StopStack stack = new StopStack();

  @Test
  void shouldStopTheLastStartedFirst() {
    stack.add("a", LONG, () -> stopped.add("a"));
    stack.add("b", LONG, () -> stopped.add("b"));

    stack.close();

    assertThat(stopped).containsExactly("b", "a");
  }

  @Test
  void shouldGoOnAfterAFailureAndAfterAStopThatHangs() {
    stack.add("last", LONG, () -> stopped.add("last"));
    stack.add("hangs", Duration.ofMillis(50), () -> new CountDownLatch(1).await());
    stack.add(
        "fails",
        LONG,
        () -> {
          throw new IllegalStateException("broken");
        });

    stack.close();

    assertThat(stopped).containsExactly("last");
  }

  @Test
  void shouldStopAtOnceWhatStartsAfterTheClose() {
    stack.close();

    assertThatThrownBy(() -> stack.add("late", LONG, () -> stopped.add("late")))
        .hasMessageContaining("stopped");
    assertThat(stopped).containsExactly("late");
  }

  @Test
  void shouldStopOnlyOnce() {
    stack.add("a", LONG, () -> stopped.add("a"));

    stack.close();
    stack.close();

    assertThat(stopped).containsExactly("a");
  }
}
