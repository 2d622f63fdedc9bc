package io.mindstream.bridge.cli;

import io.mindstream.bridge.service.PlaybackListener;
import io.mindstream.bridge.source.RunDescription;
import java.io.PrintWriter;
import picocli.CommandLine;

/**
 * Tells how a live run goes: on a terminal one line that counts volumes, else a line where a run
 * begins and ends; and notes in between. Writes to standard error. For several threads.
 */
final class WatchConsole implements PlaybackListener {

  private static final String ERASE = "\r\u001b[K";

  private final PrintWriter err;
  private final String prefix;
  private final boolean terminal;
  private String progress = "";
  private int volumes;
  private int events;

  WatchConsole(PrintWriter err) {
    this(err, "", CommandLine.Help.Ansi.AUTO.enabled());
  }

  private WatchConsole(PrintWriter err, String prefix, boolean terminal) {
    this.err = err;
    this.prefix = prefix;
    this.terminal = terminal;
  }

  /** Of one of several that tell beside each other: lines with its name, and none that changes. */
  static WatchConsole of(String name, PrintWriter err) {
    return new WatchConsole(err, name + ": ", false);
  }

  /** Something a person should know. */
  synchronized void note(String text) {
    line("note: " + text);
  }

  /** A line that stays. */
  synchronized void line(String text) {
    err.print(terminal ? ERASE : "");
    err.println(prefix + text);
    err.print(progress);
    err.flush();
  }

  @Override
  public synchronized void runStarted(RunDescription run) {
    volumes = 0;
    events = 0;
    line("%s started: %s".formatted(run.runId(), run.gridWords()));
  }

  @Override
  public synchronized void volumePublished(RunDescription run, int done) {
    volumes = done;
    showProgress(run);
  }

  @Override
  public synchronized void eventPublished(RunDescription run, int trialIndex) {
    events = trialIndex + 1;
    showProgress(run);
  }

  @Override
  public synchronized void runEnded(RunDescription run) {
    over(run, "ended");
  }

  @Override
  public synchronized void runAborted(RunDescription run, String reason) {
    over(run, "aborted");
  }

  private void over(RunDescription run, String how) {
    progress = "";
    line("%s %s: %d volumes, %d events".formatted(run.runId(), how, volumes, events));
  }

  private void showProgress(RunDescription run) {
    if (terminal) {
      progress = "%s: %d volumes, %d events".formatted(run.runId(), volumes, events);
      err.print(ERASE + progress);
      err.flush();
    }
  }
}
