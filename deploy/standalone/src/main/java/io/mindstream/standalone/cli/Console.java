package io.mindstream.standalone.cli;

import io.mindstream.service.cli.Terminal;
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

  /** The console of this process. */
  static Console of(PrintWriter err) {
    return new Console(err, Terminal.isWatched());
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
