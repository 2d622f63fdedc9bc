package io.mindstream.decoder.cli;

import io.mindstream.decoder.bundle.WriteListener;
import io.mindstream.service.cli.Terminal;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how much of a bundle is written, on a terminal. */
final class WriteProgress implements WriteListener, AutoCloseable {

  private static final int MEGABYTE = 1_000_000;

  private final @Nullable ProgressBar bar;

  WriteProgress() {
    this.bar = Terminal.isWatched() ? bar() : null;
  }

  private static ProgressBar bar() {
    return new ProgressBarBuilder()
        .setTaskName("Writing")
        .setInitialMax(0)
        .setUnit(" MB", MEGABYTE)
        .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
        .setUpdateIntervalMillis(200)
        .build();
  }

  @Override
  public void wrote(long written, long total) {
    if (bar != null) {
      bar.maxHint(total);
      bar.stepTo(written);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
