package io.mindstream.decoder.config;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A name that no other worker has at the same time. */
final class InstanceName {

  private InstanceName() {}

  /** Host name and process id: workers may share a host, and in containers they share the id. */
  static String ofThisProcess() {
    return host() + "-" + ProcessHandle.current().pid();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
