package io.mindstream.bridge.scanner;

import io.mindstream.bridge.dimse.ObjectSink;
import io.mindstream.bridge.dimse.ReceivedObject;
import io.mindstream.bridge.dimse.StoreAnswer;
import io.mindstream.bridge.net.Notes;
import io.mindstream.imaging.dicom.DicomException;
import io.mindstream.imaging.dicom.DicomObject;
import io.mindstream.imaging.dicom.DicomReader;
import io.mindstream.imaging.dicom.MemoryBytes;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Objects from the network that wait for the feed, and their senders with them until the feed has
 * put what it makes of them on disk. One that cannot be read is refused; where the feed is far
 * behind, senders are told to try again. For any thread.
 */
final class ObjectInbox implements ObjectSink {

  /** Few volumes in memory, and slices of some volumes of those who send slice by slice. */
  private static final int MOST = 64;

  private static final int PATIENCE_SECONDS = 5;

  /** Not by its id: what is wrong with every slice is then one note. */
  private static final String AN_OBJECT = "an object";

  private final BlockingQueue<HandedObject> waiting = new ArrayBlockingQueue<>(MOST);
  private final Runnable wake;
  private final Notes notes;

  /**
   * An empty one.
   *
   * @param wake called when an object came
   * @param notes hears what is wrong with those that cannot be read
   */
  ObjectInbox(Runnable wake, Notes notes) {
    this.wake = wake;
    this.notes = notes;
  }

  @Override
  public StoreAnswer take(ReceivedObject received) throws InterruptedException {
    DicomObject object;
    try {
      object =
          DicomReader.read(
              new MemoryBytes(AN_OBJECT, received.dataSet()), received.transferSyntax());
    } catch (DicomException e) {
      notes.say("left out: " + e.getMessage());
      return StoreAnswer.CANNOT_UNDERSTAND;
    }
    HandedObject handed = new HandedObject(new ScannedObject(object, received.receivedAt()));
    if (!waiting.offer(handed, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      return StoreAnswer.OUT_OF_RESOURCES;
    }
    wake.run();
    return handed.await(PATIENCE_SECONDS);
  }

  /** The object that waited longest, if one is there; it is to be answered. */
  Optional<HandedObject> next() {
    return Optional.ofNullable(waiting.poll());
  }
}
