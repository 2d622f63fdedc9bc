package io.mindstream.bridge.service;

import io.mindstream.bridge.spool.SpoolSettings;
import java.nio.file.Path;

/** Spools of tests. */
final class Spools {

  private Spools() {}

  /** One that is large enough. */
  static SpoolSettings in(Path folder) {
    return new SpoolSettings(folder, 1 << 30);
  }
}
