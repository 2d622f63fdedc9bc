package io.mindstream.standalone;

import io.mindstream.standalone.cli.Mindstream;

/** The program behind the script {@code mindstream}. */
public final class Application {

  private Application() {}

  /** Runs one command; its exit code is the process's. */
  public static void main(String[] args) {
    System.exit(Mindstream.commandLine().execute(args));
  }
}
