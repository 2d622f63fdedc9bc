package io.mindstream.standalone.demo;

import java.nio.file.Path;

/** The model of the simulated subject that comes with the program. */
public final class BundledModel {

  /** Names its folder; set by the launcher. */
  private static final String PROPERTY = "mindstream.demo.bundle";

  private BundledModel() {}

  /** Where the bundle is, or would be. */
  public static Path folder() {
    return Path.of(System.getProperty(PROPERTY, "deploy/standalone/src/main/bundle/demo"));
  }
}
