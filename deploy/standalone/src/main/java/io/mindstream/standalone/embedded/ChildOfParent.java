package io.mindstream.standalone.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Main class of a child process: runs another main class, and ends as soon as its standard input
 * does. The parent holds the other end of that pipe and the system closes it with the parent,
 * however the parent ends, so no child is left behind.
 *
 * <p>It stands before another program's class path and may use nothing but the JDK.
 */
public final class ChildOfParent {

  private ChildOfParent() {}

  /**
   * Runs a program.
   *
   * @param args its main class, then its arguments
   */
  public static void main(String[] args) throws ReflectiveOperationException {
    Thread watch = new Thread(ChildOfParent::endWithParent, "parent-watch");
    watch.setDaemon(true);
    watch.start();
    Class.forName(args[0])
        .getMethod("main", String[].class)
        .invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
  }

  private static void endWithParent() {
    try (InputStream parent = System.in) {
      parent.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      System.err.println("the parent's pipe broke: " + e.getMessage());
    }
    System.exit(0);
  }
}
