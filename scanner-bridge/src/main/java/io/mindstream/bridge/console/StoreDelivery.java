package io.mindstream.bridge.console;

import io.mindstream.bridge.dimse.StoreSender;
import io.mindstream.bridge.source.FeedException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Sends objects by C-STORE: an association for each volume, or one that lasts. */
final class StoreDelivery implements Delivery {

  private final Vendor vendor;
  private final Target.Store target;
  private @Nullable StoreSender open;

  StoreDelivery(Vendor vendor, Target.Store target) {
    this.vendor = vendor;
    this.target = target;
  }

  @Override
  public void volume(AcquiredVolume volume) {
    try {
      for (ScanObject object : vendor.format().objects(volume)) {
        store(object);
      }
      if (!vendor.lasting()) {
        release();
      }
    } catch (IOException e) {
      throw refused("takes no objects (" + e.getMessage() + ")");
    }
  }

  private void store(ScanObject object) throws IOException {
    StoreSender sender = open;
    if (sender == null) {
      sender =
          StoreSender.open(target.receiver(), target.calling(), target.called(), object.sopClass());
      open = sender;
    }
    int status = sender.store(object.instance(), object.dataSet());
    if (status != 0) {
      throw refused("refuses an object with status %04X".formatted(status));
    }
  }

  private FeedException refused(String what) {
    return new FeedException(
        target.description()
            + " "
            + what
            + "; check --host, --port, --ae-title and --called, and that mindstream listen or demo runs there");
  }

  private void release() throws IOException {
    StoreSender sender = open;
    open = null;
    if (sender != null) {
      sender.close();
    }
  }

  /** What was sent was answered: a release that fails takes nothing away. */
  @Override
  public void close() {
    try {
      release();
    } catch (IOException e) {
      return;
    }
  }
}
