package io.mindstream.lab.cli;

import io.mindstream.decoder.cli.StopSignal;
import io.mindstream.lab.training.StageListener;
import io.mindstream.lab.training.TrainingStage;
import io.mindstream.service.cli.Terminal;
import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows a stage's steps with loss and time left: a bar on a terminal, else a line now and then. */
final class TrainingProgress implements StageListener, AutoCloseable {

  private static final int LINE_EVERY = 50;
  private static final double SMOOTHING = 0.95;

  private final PrintWriter err;
  private final StopSignal stop;
  private @Nullable ProgressBar bar;
  private String stage = "";
  private int steps;
  private int first;
  private long begun;
  private double loss;

  TrainingProgress(PrintWriter err, StopSignal stop) {
    this.err = err;
    this.stop = stop;
  }

  @Override
  public void begin(TrainingStage which, int done, int all) {
    stage = which.label();
    steps = all;
    first = done;
    begun = System.nanoTime();
    loss = Double.NaN;
    if (Terminal.isWatched()) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(stage)
              .setInitialMax(all)
              .startsFrom(done, java.time.Duration.ZERO)
              .setUnit(" steps", 1)
              .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
              .build();
    }
  }

  @Override
  public void check() {
    stop.check();
  }

  @Override
  public void step(int done, float latest, float gradientNorm) {
    loss = Double.isNaN(loss) ? latest : SMOOTHING * loss + (1 - SMOOTHING) * latest;
    if (bar != null) {
      bar.stepTo(done);
      bar.setExtraMessage(String.format(Locale.ROOT, " loss %.4f", loss));
    } else if (done % LINE_EVERY == 0 || done == steps) {
      double seconds = (System.nanoTime() - begun) / 1e9;
      err.printf(
          Locale.ROOT,
          "%s %d/%d  loss %.4f  %.0f s left%n",
          stage,
          done,
          steps,
          loss,
          seconds / (done - first) * (steps - done));
      err.flush();
    }
  }

  @Override
  public void end() {
    close();
  }

  /** Takes the bar away, also where training was called off. */
  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
