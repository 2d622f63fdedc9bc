package io.mindstream.preprocess.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.preprocess.state.ForeignState;
import io.mindstream.service.ServiceHealth;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
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

  @Test
  void shouldWaitForBrokersToKeepItsStateOn() {
    Throwable fenced = new InvalidReplicationFactorException("all brokers are fenced");
    assertThat(FailurePolicy.judge(new StreamsException("could not create topic", fenced)))
        .isEqualTo(new ServiceHealth.Waiting("all brokers are fenced"));
  }

  @Test
  void shouldSayToStartAgainWhereTheTopicsHaveMorePartitionsNow() {
    assertThat(FailurePolicy.judge(new StreamsException("rows-changelog has invalid partitions")))
        .isInstanceOfSatisfying(
            ServiceHealth.Failed.class,
            failed -> assertThat(failed.reason()).contains("more partitions", "start it again"));
  }
}
