package io.mindstream.service;

/** How a service is. */
public sealed interface ServiceHealth {

  /** One line for people. */
  String describe();

  /** True only while the service is at work. */
  default boolean up() {
    return this instanceof Running;
  }

  /** Not started, or stopped on request. */
  record Stopped() implements ServiceHealth {
    @Override
    public String describe() {
      return "stopped";
    }
  }

  /** At work. */
  record Running() implements ServiceHealth {
    @Override
    public String describe() {
      return "running";
    }
  }

  /**
   * Waits for something outside that is down, and goes on by itself when it is back.
   *
   * @param reason what it waits for
   */
  record Waiting(String reason) implements ServiceHealth {
    @Override
    public String describe() {
      return "waiting: " + reason;
    }
  }

  /**
   * Gave up.
   *
   * @param reason why, and what to do
   */
  record Failed(String reason) implements ServiceHealth {
    @Override
    public String describe() {
      return "failed: " + reason;
    }
  }
}
