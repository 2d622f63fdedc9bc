package io.mindstream.bridge.cli;

import io.mindstream.bridge.service.BridgeService;
import io.mindstream.bridge.service.PlaybackOptions;
import io.mindstream.bridge.service.PlaybackSummary;
import io.mindstream.bridge.source.Feed;
import io.mindstream.bridge.source.FolderExport;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Plays a feed from the command line, with progress, a summary, and a clean end on Ctrl-C. */
final class FeedPlayer {

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
    err.printf("region of interest %s: %s%n", feed.roi().getRoiId(), feed.roi().getDescription());
    Thread closing = new Thread(bridge::close, "bridge-shutdown");
    Runtime.getRuntime().addShutdownHook(closing);
    try {
      bridge.start();
      try (VolumeProgress progress = new VolumeProgress(err, "Scanning", feed.expectedVolumes())) {
        return report(bridge.play(feed, options, progress).await());
      }
    } finally {
      bridge.close();
      forget(closing);
    }
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

  void error(String problem) {
    err.println("mindstream: " + problem);
    err.flush();
  }

  /** Where the process is going down already, the hook stays. */
  private static void forget(Thread closing) {
    try {
      Runtime.getRuntime().removeShutdownHook(closing);
    } catch (IllegalStateException e) {
      return;
    }
  }
}
