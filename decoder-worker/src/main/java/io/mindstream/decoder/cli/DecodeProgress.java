package io.mindstream.decoder.cli;

import io.mindstream.service.cli.Terminal;
import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows denoising steps done: a bar with the time left on a terminal, else one line a trial. */
final class DecodeProgress implements AutoCloseable {

  private final PrintWriter err;
  private final @Nullable ProgressBar bar;

  DecodeProgress(PrintWriter err, long steps) {
    this.err = err;
    this.bar = Terminal.isWatched() ? bar(steps) : null;
  }

  private static ProgressBar bar(long steps) {
    return new ProgressBarBuilder()
        .setTaskName("Decoding")
        .setInitialMax(steps)
        .setUnit(" steps", 1)
        .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
        .setUpdateIntervalMillis(200)
        .build();
  }

  void step() {
    if (bar != null) {
      bar.step();
    }
  }

  void trialDone(int trial, int trials) {
    if (bar != null) {
      bar.setExtraMessage(" trial %d of %d".formatted(trial + 1, trials));
    } else {
      err.printf("trial %d of %d decoded%n", trial + 1, trials);
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
