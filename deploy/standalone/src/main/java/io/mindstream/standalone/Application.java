package io.mindstream.standalone;

import io.mindstream.standalone.cli.Mindstream;
import javax.imageio.ImageIO;

/** The program behind the script {@code mindstream}. */
public final class Application {

  private Application() {}

  /** Runs one command; its exit code is the process's. */
  public static void main(String[] args) {
    ImageIO.setUseCache(false); // for the commands that read and write pictures themselves
    System.exit(Mindstream.commandLine().execute(args));
  }
}
