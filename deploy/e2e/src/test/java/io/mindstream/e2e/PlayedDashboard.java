package io.mindstream.e2e;

import io.mindstream.bridge.source.Speed;
import java.nio.file.Path;

/** Two runs of a simulated session that are over, and a browser before the dashboard. */
record PlayedDashboard(LivePipeline live, Browser browser) implements AutoCloseable {

  static final String RUN = "sub-sim1_task-viewing_run-01";
  static final String OTHER_RUN = "sub-sim1_task-viewing_run-02";
  static final int TRIALS = 4;

  static PlayedDashboard open(Path folder) throws InterruptedException {
    Browser browser = Browser.open(folder.resolve("browser"));
    LivePipeline live = LivePipeline.start(folder);
    live.play(LivePipeline.simulation().withRuns(2).withTrials(TRIALS), Speed.MAX);
    return new PlayedDashboard(live, browser);
  }

  /** Loads the page anew at a view, and waits until its content is there. */
  void show(View view) {
    browser.driver().get("about:blank");
    browser.driver().get(live.pipeline().dashboard() + view.address);
    browser.await(view.content);
    browser.awaitWords("#link", "connected");
  }

  @Override
  public void close() {
    browser.close();
    live.close();
  }

  /** The views, with what is there once they are complete. */
  enum View {
    LIVE("#/live", ".shot img[src*='sample-0']"),
    OPERATOR("#/operator", ".latency canvas"),
    HISTORY("#/history", "li.run"),
    TRIALS("#/trials", ".card img[src*='sample-0']"),
    RUN("#/run/" + PlayedDashboard.RUN, ".card img[src*='sample-0']"),
    TRIAL("#/trial/" + PlayedDashboard.RUN + "/1", ".provenance dd"),
    COMPARE("#/compare/" + PlayedDashboard.RUN + "/" + OTHER_RUN, ".pair a img");

    private final String address;
    private final String content;

    View(String address, String content) {
      this.address = address;
      this.content = content;
    }
  }
}
