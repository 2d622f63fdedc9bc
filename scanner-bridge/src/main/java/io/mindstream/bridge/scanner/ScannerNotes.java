package io.mindstream.bridge.scanner;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What scanners' feeds have to say to whoever watches this end; the log has it too. For any thread.
 */
public final class ScannerNotes {

  private static final Logger LOG = LoggerFactory.getLogger(ScannerNotes.class);
  private static final int MOST = 1000;

  private final Queue<String> untold = new ArrayDeque<>();

  /** Nothing was said yet. */
  public ScannerNotes() {}

  /** Says something; where nobody takes it the oldest is forgotten. */
  public void say(String note) {
    LOG.info("scanner: {}", note);
    add(note);
  }

  /** Says something that is dangerous if it goes unread; for the log it is a warning. */
  public void warn(String note) {
    LOG.warn("scanner: {}", note);
    add(note);
  }

  private synchronized void add(String note) {
    if (untold.size() == MOST) {
      untold.remove();
    }
    untold.add(note);
  }

  /** What was said since the last call. */
  public synchronized List<String> take() {
    List<String> taken = new ArrayList<>(untold);
    untold.clear();
    return taken;
  }
}
