package io.mindstream.bridge.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.mindstream.service.config.SettingProblems;
import java.time.Duration;

/**
 * Properties {@code mindstream.bridge.clock.*}.
 *
 * @param limit how far an event's time, by the stimulus computer's clock, may lie from the present
 *     where nothing corrects that clock
 */
@ConfigurationProperties("mindstream.bridge.clock")
public record ClockConfig(@Bindable(defaultValue = "5s") Duration limit) {

  /** Checks the limit. */
  public ClockConfig {
    SettingProblems problems = new SettingProblems("mindstream.bridge.clock");
    problems.positive("limit", limit);
    problems.throwIfAny();
  }
}
