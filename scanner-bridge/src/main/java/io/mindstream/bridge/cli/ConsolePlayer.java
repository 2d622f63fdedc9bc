package io.mindstream.bridge.cli;

import io.mindstream.bridge.console.ConsoleSession;
import io.mindstream.bridge.console.Programme;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Plays a console's session with progress, until its end or Ctrl-C. */
final class ConsolePlayer implements ConsoleSession.Listener {

  private static final int FINISH_SECONDS = 10;
  private static final int LINE_EVERY = 10;

  private final PrintWriter err;
  private final CountDownLatch halted = new CountDownLatch(1);
  private final CountDownLatch finished = new CountDownLatch(1);
  private int count;

  ConsolePlayer(PrintWriter err) {
    this.err = err;
  }

  /** How many volumes were sent. */
  int play(ConsoleSession session, Programme programme) throws InterruptedException {
    say(
        "%s as a %s console, %d runs, %d volumes, to %s; Ctrl-C ends"
            .formatted(
                programme.description(),
                session.vendor(),
                programme.runs().size(),
                programme.volumes(),
                session.target().description()));
    Thread closing = new Thread(this::halt, "scanner-shutdown");
    Runtime.getRuntime().addShutdownHook(closing);
    try {
      boolean whole = session.play(programme, this::halted, this);
      say(whole ? "all runs were played" : "broke off after " + count + " volumes");
    } finally {
      finished.countDown();
      FeedPlayer.forget(closing);
    }
    return count;
  }

  private boolean halted(Duration time) throws InterruptedException {
    return halted.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** What is being handed over is handed over whole. */
  private void halt() {
    halted.countDown();
    try {
      finished.await(FINISH_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void sent(int series, int volume) {
    count++;
    if (volume == 0 || (volume + 1) % LINE_EVERY == 0) {
      say("series %d: %d volumes sent".formatted(series, volume + 1));
    }
  }

  @Override
  public void note(String text) {
    say("note: " + text);
  }

  private void say(String line) {
    err.println(line);
    err.flush();
  }
}
