package io.mindstream.sink.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.sink.Records;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TouchedTest {

  private static final Thing RUN = new Thing.OfRun(Records.RUN);

  private Instant now = Records.SCANNED;
  private final Touched touched = new Touched(() -> now);

  @Test
  void shouldTellOfAThingOnceHoweverOftenItChanged() {
    touched.soon(RUN);
    touched.now(RUN);
    assertThat(touched.take()).containsExactly(RUN);
  }

  @Test
  void shouldLetAThingThatGoesOnWait() {
    touched.soon(RUN);
    touched.take();
    touched.soon(RUN);
    assertThat(touched.take()).isEmpty();
  }

  @Test
  void shouldTellOfItOnceItsTimeIsOver() {
    touched.soon(RUN);
    touched.take();
    touched.soon(RUN);
    now = now.plus(RUN.interval());
    assertThat(touched.take()).containsExactly(RUN);
  }

  @Test
  void shouldTellAtOnceOfWhatHasWeight() {
    touched.soon(RUN);
    touched.take();
    touched.now(RUN);
    assertThat(touched.take()).containsExactly(RUN);
  }
}
