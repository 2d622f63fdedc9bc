package io.mindstream.preprocess.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.preprocess.state.ForeignState;
import io.mindstream.service.ServiceHealth;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class FailurePolicyTest {

  @Test
  void shouldGiveUpOnStateOfAnotherFormatAndSayWhatToDo() {
    ServiceHealth health =
        FailurePolicy.judge(new StreamsException("in process", ForeignState.failure("rows-v6")));

    assertThat(health)
        .isInstanceOfSatisfying(
            ServiceHealth.Failed.class,
            failed ->
                assertThat(failed.reason()).contains("rows-v6", "run the version", "state-dir"));
  }

  @Test
  void shouldWaitForABrokerThatIsDown() {
    assertThat(FailurePolicy.judge(new StreamsException(new TimeoutException("no answer"))))
        .isEqualTo(new ServiceHealth.Waiting("no answer"));
  }
}
