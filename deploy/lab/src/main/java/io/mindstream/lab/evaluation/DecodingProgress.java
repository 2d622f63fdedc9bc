package io.mindstream.lab.evaluation;

import io.mindstream.service.cli.Terminal;
import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Counts decoded trials: a bar on a terminal, else a line now and then. */
public final class DecodingProgress implements AutoCloseable {

  private static final int LINE_EVERY = 25;

  private final PrintWriter err;
  private final int trials;
  private final @Nullable ProgressBar bar;
  private int done;

  /**
   * Counts from 0.
   *
   * @param err where bar or lines go
   * @param trials how many there will be
   */
  public DecodingProgress(PrintWriter err, int trials) {
    this.err = err;
    this.trials = trials;
    this.bar =
        Terminal.isWatched()
            ? new ProgressBarBuilder()
                .setTaskName("decoding")
                .setInitialMax(trials)
                .setUnit(" trials", 1)
                .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                .build()
            : null;
  }

  void decoded() {
    done++;
    if (bar != null) {
      bar.step();
    } else if (done % LINE_EVERY == 0 || done == trials) {
      err.printf("%d of %d trials decoded%n", done, trials);
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
