package io.mindstream.service.cli;

/** Whether somebody watches a command, or only a file or another program. */
public final class Terminal {

  /** Set by the launcher, which can ask the system; Java 17 cannot tell one stream from another. */
  private static final String PROPERTY = "mindstream.terminal";

  private Terminal() {}

  /** True where the error stream is a terminal, so that bars and colours make sense. */
  public static boolean isWatched() {
    return Boolean.getBoolean(PROPERTY);
  }
}
