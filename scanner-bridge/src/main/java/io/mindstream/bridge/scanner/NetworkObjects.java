package io.mindstream.bridge.scanner;

import io.mindstream.bridge.dimse.StoreAnswer;
import io.mindstream.bridge.net.Notes;
import io.mindstream.imaging.dicom.DicomObject;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes the objects that come by C-STORE. A sender is told of success once the volume that its
 * object completes is in the spool, or the object lies on disk until others complete it; where the
 * disk takes nothing more memory must do, as for the spool. For one thread.
 */
final class NetworkObjects {

  private final ObjectInbox inbox;
  private final ScannedVolumes volumes;
  private final Optional<HeldSlices> held;
  private final Notes notes;

  NetworkObjects(
      ObjectInbox inbox, ScannedVolumes volumes, Optional<HeldSlices> held, Notes notes) {
    this.inbox = inbox;
    this.volumes = volumes;
    this.held = held;
    this.notes = notes;
  }

  /** Takes what a killed bridge held. */
  void takeLeft(Instant now) throws InterruptedException {
    if (held.isPresent()) {
      try {
        for (DicomObject object : held.get().left(now)) {
          volumes.takeChosen(new ScannedObject(object, now));
        }
        held.get().drop(volumes.waiting());
      } catch (IOException e) {
        say(e);
      }
    }
  }

  /** Takes what is there. */
  void take() throws InterruptedException {
    Optional<HandedObject> next = inbox.next();
    while (next.isPresent()) {
      next.get().answer(answer(next.get().object()));
      next = inbox.next();
    }
  }

  private StoreAnswer answer(ScannedObject scanned) throws InterruptedException {
    boolean sensible = volumes.take(scanned);
    if (held.isPresent()) {
      try {
        held.get().settle(scanned.object(), volumes.waiting());
      } catch (IOException e) {
        say(e);
      }
    }
    return sensible ? StoreAnswer.SUCCESS : StoreAnswer.CANNOT_UNDERSTAND;
  }

  /** Volumes may have been given up. */
  void tick() {
    if (held.isPresent() && held.get().holds()) {
      try {
        held.get().drop(volumes.waiting());
      } catch (IOException e) {
        say(e);
      }
    }
  }

  private void say(IOException e) {
    notes.say(
        "slices of unfinished volumes are not on disk, a kill would lose them (%s); check the disk"
            .formatted(e));
  }
}
