package io.mindstream.bridge.console;

import java.util.Locale;

/** Whose console is played. */
public enum Vendor {
  /** Siemens before XA. */
  SIEMENS_MOSAIC,
  /** Siemens from XA on. */
  SIEMENS_XA,
  /** GE. */
  GE;

  VendorFormat format() {
    return switch (this) {
      case SIEMENS_MOSAIC -> new MosaicFormat();
      case SIEMENS_XA -> new EnhancedFormat();
      case GE -> new GeFormat();
    };
  }

  /** True where one association serves the whole session, false for one a volume. */
  boolean lasting() {
    return this == GE;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
