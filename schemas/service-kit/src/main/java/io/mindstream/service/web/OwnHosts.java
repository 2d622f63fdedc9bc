package io.mindstream.service.web;

import io.netty.util.NetUtil;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names that a request may call this server by, in its Host header. */
public final class OwnHosts {

  private static final String LOCAL = "localhost";
  private static final Pattern HOST = Pattern.compile("(\\[[^]]+]|[^:]+)(:\\d{1,5})?");

  private final Set<String> names;

  /** These, {@code localhost} and every IP address: an address cannot be pointed elsewhere. */
  public OwnHosts(List<String> names) {
    this.names =
        Stream.concat(Stream.of(LOCAL), names.stream())
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** True where a Host header, with or without a port, is one of them. */
  public boolean contains(String header) {
    Matcher matcher = HOST.matcher(header.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return false;
    }
    String host = matcher.group(1);
    return names.contains(host)
        || NetUtil.isValidIpV4Address(host)
        || (host.startsWith("[") && NetUtil.isValidIpV6Address(host));
  }
}
