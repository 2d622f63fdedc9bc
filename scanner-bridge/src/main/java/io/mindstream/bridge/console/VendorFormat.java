package io.mindstream.bridge.console;

import java.util.List;

/** How a vendor writes a volume. */
@FunctionalInterface
interface VendorFormat {

  /** The objects of a volume, in the order in which the console sends them. */
  List<ScanObject> objects(AcquiredVolume volume);
}
