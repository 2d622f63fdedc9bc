package io.mindstream.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnHostsTest {

  private final OwnHosts hosts = new OwnHosts(List.of("Lab.example"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "localhost:8080",
        "LOCALHOST",
        "127.0.0.1:80",
        "10.1.2.3",
        "[::1]:8080",
        "lab.example:8080"
      })
  void shouldTakeItsOwnNamesAndAnyAddress(String host) {
    assertThat(hosts.contains(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example", "evil.example:8080", "localhost.evil.example", "127.0.0.1.evil.example",
        "", "localhost:80:80", "[evil.example]", "lab.example.evil.example"
      })
  void shouldRefuseEveryOtherName(String host) {
    assertThat(hosts.contains(host)).isFalse();
  }
}
