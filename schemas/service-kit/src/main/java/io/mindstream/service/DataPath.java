package io.mindstream.service;

import java.nio.file.Path;

/** Where programs of this project keep data unless told otherwise. */
public final class DataPath {

  private DataPath() {}

  /** The folder for data of this user, by the XDG base directory rules. */
  public static Path standard() {
    String xdg = System.getenv("XDG_DATA_HOME");
    Path share =
        xdg == null || xdg.isBlank()
            ? Path.of(System.getProperty("user.home"), ".local", "share")
            : Path.of(xdg);
    return share.resolve("mindstream");
  }
}
