package io.mindstream.bridge.cli;

import io.mindstream.bridge.console.ConsoleSession;
import io.mindstream.bridge.console.Programme;
import io.mindstream.bridge.service.BridgeService;
import io.mindstream.bridge.service.PlaybackListener;
import io.mindstream.bridge.service.PlaybackOptions;
import io.mindstream.bridge.service.PlaybackSummary;
import io.mindstream.bridge.source.Feed;
import io.mindstream.bridge.source.FolderExport;
import io.mindstream.bridge.source.LiveFeed;
import io.mindstream.bridge.source.Source;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Plays a feed from the command line, with progress, a summary, and a clean end on Ctrl-C. */
final class FeedPlayer {

  private static final int FINISH_SECONDS = 10;

  private final PrintWriter out;
  private final PrintWriter err;

  FeedPlayer(CommandSpec command) {
    this.out = command.commandLine().getOut();
    this.err = command.commandLine().getErr();
  }

  /** The exit code: 0 where everything was played. */
  int play(Feed feed, BridgeService bridge, PlaybackOptions options) throws InterruptedException {
    err.printf(
        "%s: %d runs, %d volumes, %d trials%n",
        feed.description(), feed.runs().size(), feed.expectedVolumes(), feed.expectedTrials());
    feed.notes().forEach(note -> err.println("note: " + note));
    err.printf(
        "region of interest %s%n",
        options
            .roiId()
            .map(id -> id + ", as it was published")
            .orElseGet(() -> feed.roi().getRoiId() + ": " + feed.roi().getDescription()));
    try (VolumeProgress progress = new VolumeProgress(err, "Scanning", feed.expectedVolumes())) {
      return play(feed, bridge, options, progress, bridge::close);
    }
  }

  /** The exit code: 0 where the run came to its end, also by Ctrl-C, and nothing broke off. */
  int watch(LiveFeed feed, BridgeService bridge, PlaybackOptions options, WatchConsole console)
      throws InterruptedException {
    CountDownLatch reported = new CountDownLatch(1);
    try {
      return play(feed, bridge, options, console, () -> finish(feed, bridge, reported));
    } finally {
      reported.countDown();
    }
  }

  private int play(
      Source source,
      BridgeService bridge,
      PlaybackOptions options,
      PlaybackListener listener,
      Runnable onInterrupt)
      throws InterruptedException {
    Thread closing = new Thread(onInterrupt, "bridge-shutdown");
    Runtime.getRuntime().addShutdownHook(closing);
    try {
      bridge.start();
      return report(bridge.play(source, options, listener).await());
    } finally {
      bridge.close();
      forget(closing);
    }
  }

  /** On Ctrl-C a live run ends with what came; where that takes too long it is aborted. */
  private static void finish(LiveFeed feed, BridgeService bridge, CountDownLatch reported) {
    feed.finish();
    try {
      reported.await(FINISH_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    bridge.close();
  }

  /** Plays a session as a scanner's console; the exit code. */
  int console(ConsoleSession session, Programme programme) throws InterruptedException {
    int volumes = new ConsolePlayer(err).play(session, programme);
    out.printf("sent %d volumes%n", volumes);
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  /** Writes a feed as a folder; the exit code. */
  int write(Feed feed, Path folder) {
    try (VolumeProgress progress = new VolumeProgress(err, "Writing", feed.expectedVolumes())) {
      new FolderExport(feed, folder, progress::step).write();
    }
    out.printf(
        "wrote %d runs, %d volumes, %d trials to %s%n",
        feed.runs().size(), feed.expectedVolumes(), feed.expectedTrials(), folder);
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  private int report(PlaybackSummary summary) {
    summary.problems().forEach(this::error);
    out.printf(
        "played %d runs, %d volumes, %d trials%n",
        summary.runs(), summary.volumes(), summary.trials());
    out.flush();
    return summary.problems().isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  void say(String line) {
    out.println(line);
    out.flush();
  }

  /** A line beside the result. */
  void note(String line) {
    err.println(line);
    err.flush();
  }

  void error(String problem) {
    err.println("mindstream: " + problem);
    err.flush();
  }

  /** Where the process is going down already, the hook stays. */
  static void forget(Thread closing) {
    try {
      Runtime.getRuntime().removeShutdownHook(closing);
    } catch (IllegalStateException e) {
      return;
    }
  }
}
