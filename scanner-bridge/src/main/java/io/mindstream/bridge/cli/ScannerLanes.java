package io.mindstream.bridge.cli;

import io.mindstream.bridge.push.RunDesk;
import io.mindstream.bridge.scanner.ScannerLane;
import io.mindstream.bridge.scanner.ScannerOptions;
import io.mindstream.bridge.scanner.ScannerPort;
import io.mindstream.bridge.service.PlaybackOptions;
import io.mindstream.bridge.source.LiveFeed;
import io.mindstream.bridge.spool.SpoolSettings;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Several scanners at one port, beside each other: a feed, a spool and a thread for each, so that
 * what breaks one of them leaves the others alone.
 *
 * @param options of each, but for whom it scans
 * @param pushed where all of them publish to
 * @param playback how each is played
 */
record ScannerLanes(
    CommandSpec command,
    ScannerPort port,
    ScannerOptions options,
    PushedOptions pushed,
    PlaybackOptions playback) {

  /** Listens until Ctrl-C; the worst exit code. */
  int play(List<ScannerLane> scanners) throws InterruptedException {
    List<Callable<Integer>> lanes =
        scanners.stream().<Callable<Integer>>map(lane -> () -> play(lane)).toList();
    ExecutorService threads = Executors.newFixedThreadPool(lanes.size());
    try {
      int worst = ExitCode.OK;
      for (Future<Integer> lane : threads.invokeAll(lanes)) {
        worst = Math.max(worst, code(lane));
      }
      return worst;
    } finally {
      threads.shutdownNow();
    }
  }

  private int play(ScannerLane lane) throws InterruptedException {
    return CommandErrors.report(command, player -> play(player, lane));
  }

  private int play(FeedPlayer player, ScannerLane lane) throws InterruptedException {
    WatchConsole console = WatchConsole.of(lane.title(), command.commandLine().getErr());
    SpoolSettings all = pushed.spool();
    LiveFeed feed = lane.feed(port, options, new RunDesk(), all, console::note);
    console.line("listening for %s; Ctrl-C ends the run".formatted(feed.description()));
    try {
      return player.watch(feed, pushed.bridge(lane.spool(all)), playback, console);
    } finally {
      feed.finish(); // Where the bridge did not start nobody else tells it.
    }
  }

  private static int code(Future<Integer> lane) throws InterruptedException {
    try {
      return lane.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a scanner's thread failed", e.getCause());
    }
  }
}
