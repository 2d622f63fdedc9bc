package io.mindstream.sink.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.mindstream.service.config.SettingProblems;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;

/**
 * Who is told of finished trials, properties {@code mindstream.sink.answers.*}.
 *
 * @param to {@code udp://HOST:PORT} or {@code tcp://HOST:PORT}, several with commas; each gets a
 *     JSON line a trial
 * @param deadline after so long from a trial's event a line with status {@code late} is sent where
 *     it is not finished; 0 for none
 */
@ConfigurationProperties("mindstream.sink.answers")
public record AnswersConfig(
    @Bindable(defaultValue = "") List<String> to,
    @Bindable(defaultValue = "0s") Duration deadline) {

  /** Checks the addresses and the deadline. */
  public AnswersConfig {
    to = to.stream().map(String::strip).filter(address -> !address.isEmpty()).toList();
    SettingProblems problems = new SettingProblems("mindstream.sink.answers");
    problems.notNegative("deadline", deadline);
    to.forEach(
        address ->
            problems.require(
                isTarget(address), "to", "must be udp://HOST:PORT or tcp://HOST:PORT", address));
    problems.throwIfAny();
  }

  private static boolean isTarget(String address) {
    try {
      URI uri = new URI(address);
      return List.of("udp", "tcp").contains(uri.getScheme())
          && uri.getHost() != null
          && uri.getPort() > 0;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
