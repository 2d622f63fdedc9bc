package io.mindstream.bridge.cli;

import io.mindstream.bridge.service.PlaybackListener;
import io.mindstream.bridge.source.RunDescription;
import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Shows volumes done: a bar on a terminal, else one line a run. Writes to standard error. */
final class VolumeProgress implements PlaybackListener, AutoCloseable {

  private final PrintWriter err;
  private final @Nullable ProgressBar bar;
  private int done;

  VolumeProgress(PrintWriter err, String task, int volumes) {
    this.err = err;
    this.bar =
        !CommandLine.Help.Ansi.AUTO.enabled()
            ? null
            : new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(volumes)
                .setUnit(" volumes", 1)
                .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                .setUpdateIntervalMillis(200)
                .build();
  }

  void step() {
    if (bar != null) {
      bar.step();
    }
  }

  @Override
  public void runStarted(RunDescription run) {
    if (bar != null) {
      bar.setExtraMessage(" " + run.runId());
    }
  }

  @Override
  public void volumePublished(RunDescription run, int ofRun) {
    done = ofRun;
    step();
  }

  @Override
  public void runEnded(RunDescription run) {
    if (bar == null) {
      err.printf("%s: %d volumes%n", run.runId(), done);
      err.flush();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
