package io.mindstream.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class TrainCommandTest {

  @Test
  void shouldSayHowEachPresetsVectorsAreMade() {
    assertThat(new CommandLine(new TrainCommand()).getUsageMessage().replaceAll("\\s+", " "))
        .contains("demo: normalisation 'running' with 120 steady volumes, window from 5 s")
        .contains("haxby: normalisation 'percent' with 120 steady volumes, window from 0 s")
        .contains("answer 40 s after its end");
  }
}
