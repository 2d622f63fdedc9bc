package io.mindstream.standalone.demo;

import io.mindstream.standalone.tally.SessionTally.Counts;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on the terminal: volumes while the scanner runs, the number of images beside it. */
final class ProgressBarDisplay implements SessionProgress {

  private static final int UPDATE_MILLIS = 200;

  private final ProgressBar bar;

  /** A bar of so many volumes. */
  ProgressBarDisplay(int volumes) {
    this.bar =
        new ProgressBarBuilder()
            .setTaskName("Scanning")
            .setInitialMax(volumes)
            .setUnit(" volumes", 1)
            .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
            .setUpdateIntervalMillis(UPDATE_MILLIS)
            .build();
  }

  @Override
  public void show(Counts counts) {
    bar.stepTo(counts.volumes());
    bar.setExtraMessage(" %d trials, %d images".formatted(counts.trials(), counts.stored()));
  }

  @Override
  public void close() {
    bar.close();
  }
}
