package io.mindstream.imaging.dicom.series;

import java.util.Locale;

/** Who made the scanner: vendors number their volumes each in a way of their own. */
public enum Vendor {
  /** Siemens. */
  SIEMENS,
  /** GE. */
  GE,
  /** Philips. */
  PHILIPS,
  /** United Imaging. */
  UIH,
  /** Any other; the standard's elements are believed. */
  OTHER;

  static Vendor of(String manufacturer) {
    String name = manufacturer.toUpperCase(Locale.ROOT);
    if (name.startsWith("SIEMENS")) {
      return SIEMENS;
    }
    if (name.startsWith("GE ") || name.equals("GE") || name.startsWith("GE_")) {
      return GE;
    }
    if (name.startsWith("PHILIPS")) {
      return PHILIPS;
    }
    return name.startsWith("UIH") || name.startsWith("UNITED IMAGING") ? UIH : OTHER;
  }

  /** The name that BIDS sidecars carry. */
  public String title() {
    return switch (this) {
      case SIEMENS -> "Siemens";
      case GE -> "GE";
      case PHILIPS -> "Philips";
      case UIH -> "UIH";
      case OTHER -> "";
    };
  }
}
