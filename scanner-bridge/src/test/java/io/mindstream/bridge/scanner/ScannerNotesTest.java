package io.mindstream.bridge.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ScannerNotesTest {

  private final Logger logger = (Logger) LoggerFactory.getLogger(ScannerNotes.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final ScannerNotes notes = new ScannerNotes();

  @BeforeEach
  void listen() {
    log.start();
    logger.setLevel(Level.INFO);
    logger.addAppender(log);
  }

  @AfterEach
  void leave() {
    logger.detachAppender(log);
    logger.setLevel(null);
  }

  @Test
  void shouldTellNotesAndWarningsInTheirOrder() {
    notes.say("a run");
    notes.warn("an open port");
    assertThat(notes.take()).containsExactly("a run", "an open port");
  }

  @Test
  void shouldTellEachNoteOnce() {
    notes.say("a run");
    notes.take();
    assertThat(notes.take()).isEmpty();
  }

  @Test
  void shouldLogAWarningAsOne() {
    notes.warn("an open port");
    assertThat(log.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.WARN);
  }
}
