package io.mindstream.standalone.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;

/**
 * Words to a person, on the error stream, so that standard output holds results alone. Coloured on
 * a terminal only.
 *
 * @param err where the words go
 * @param interactive true where the error stream is a terminal
 */
record Console(PrintWriter err, boolean interactive) {

  /** Set by the launcher, which can ask the system; Java 17 cannot tell one stream from another. */
  private static final String TERMINAL_PROPERTY = "mindstream.terminal";

  /** The console of this process. */
  static Console of(PrintWriter err) {
    return new Console(err, Boolean.getBoolean(TERMINAL_PROPERTY));
  }

  /** One line; may hold picocli's markup, for example {@code @|bold text|@}. */
  void say(String line) {
    err.println((interactive ? Ansi.ON : Ansi.OFF).string(line));
    err.flush();
  }

  /** One line that must be seen. */
  void warn(String line) {
    say("@|yellow note:|@ " + line);
  }
}
