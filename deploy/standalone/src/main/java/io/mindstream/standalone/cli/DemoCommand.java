package io.mindstream.standalone.cli;

import io.mindstream.bridge.service.PlaybackOptions;
import io.mindstream.bridge.source.Feed;
import io.mindstream.service.DataPath;
import io.mindstream.standalone.demo.DemoSession;
import io.mindstream.standalone.demo.SessionProgress;
import io.mindstream.standalone.demo.SessionSummary;
import io.mindstream.standalone.demo.SummaryReport;
import io.mindstream.standalone.pipeline.PipelineSession;
import io.mindstream.standalone.pipeline.StandalonePipeline;
import io.mindstream.standalone.pipeline.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays a session through the whole pipeline. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Plays a session through the whole pipeline in this process: a simulated scanner, or a"
            + " folder of recorded runs. Watch it on the dashboard. Exit code 1 where a trial got no"
            + " image or a record could not be used.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  mindstream demo                               watch a simulated session",
      "  mindstream demo --samples 5 --speed 1         five images a trial, at the scanner's pace",
      "  mindstream demo --source study --once         play a BIDS folder as fast as it goes",
      "  mindstream demo --once --json > summary.json  for scripts",
      "  mindstream demo --no-simulator                wait for a scanner at DICOM port 11112",
      "  mindstream demo --no-simulator --scanner MRC40123=sub-01 --scanner MRC40124=sub-02",
      "                                                for two that send at the same time",
      "  mindstream demo --roi V1 --model BUNDLE       a region that roi publish put there",
      "  mindstream demo --ports auto --data second    beside another one"
    })
final class DemoCommand implements Callable<Integer> {

  @Mixin private FeedOptions feeds = new FeedOptions();

  @Option(
      names = "--no-simulator",
      description =
          "Play nothing: wait for a scanner, at --dicom-port (default: 11112) or in"
              + " --scanner-folder. Without --mask the first volume's brightest voxels are decoded.")
  private boolean noSimulator;

  @Mixin private ScannerDoor scanner = new ScannerDoor();

  @Option(names = "--once", description = "Exit when every trial's images are stored.")
  private boolean once;

  @Option(
      names = "--json",
      description = "As --once, with the summary as one JSON object, alone on standard output.")
  private boolean json;

  @Mixin private RegionOptions region = new RegionOptions();
  @Mixin private DecoderOptions decoder = new DecoderOptions();
  @Mixin private StandaloneOptions options = new StandaloneOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Console console = Console.of(spec.commandLine().getErr());
    boolean live = noSimulator || scanner.open();
    boolean temporary = !live && exits() && options.data().isEmpty();
    region.require(
        feeds.mask().isPresent(),
        decoder.model().isPresent(),
        !temporary || options.kafkaElsewhere());
    if (live) {
      new ScannerDemo(decoder, options, scanner, region, feeds.mask()).run(console);
      return ExitCode.OK;
    }
    Feed feed = feeds.feed();
    ModelRegion known =
        ModelRegion.of(decoder, region.roi().isPresent() || feeds.mask().isPresent())
            .unlessOf(feed);
    Optional<String> roi = region.roi().or(known::id);
    describe(feed, roi, console);
    Path data = temporary ? TemporaryFolder.create().path() : dataFolder();
    PlaybackOptions playback = feeds.playback(exits(), options.mayHoldRuns(data), roi);
    try (PipelineSession session = new PipelineSession(data, temporary)) {
      DemoModel model = DemoModel.choose(decoder.model(), feed, data);
      model.describe().forEach(console::say);
      console.say("starting; the log is " + session.log());
      StandalonePipeline pipeline =
          session.start(model.apply(decoder.apply(options.settings(data))));
      Whereabouts found = new Whereabouts(pipeline);
      found.dashboard(console);
      if (options.portsChosen()) {
        found.servers(console); // nobody could guess them
      }
      known.publish(pipeline, console);
      SessionSummary summary = play(pipeline, feed, playback, model, console);
      report(summary, console);
      if (!exits()) {
        console.say("the dashboard stays up at " + pipeline.dashboard() + "; Ctrl-C stops");
        new CountDownLatch(1).await();
      }
      return summary.complete() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }

  private boolean exits() {
    return once || json;
  }

  private Path dataFolder() {
    return options.data().orElseGet(DataPath::standard);
  }

  private static void describe(Feed feed, Optional<String> roi, Console console) {
    console.say(
        "feed       %s: %d runs, %d volumes, %d trials"
            .formatted(
                feed.description(),
                feed.runs().size(),
                feed.expectedVolumes(),
                feed.expectedTrials()));
    console.say(
        "ROI        "
            + roi.orElseGet(() -> feed.roi().getRoiId() + ": " + feed.roi().getDescription()));
    feed.notes().forEach(console::warn);
    feed.problems().forEach(console::warn);
  }

  private SessionSummary play(
      StandalonePipeline pipeline,
      Feed feed,
      PlaybackOptions playback,
      DemoModel model,
      Console console)
      throws InterruptedException {
    try (SessionProgress progress =
        SessionProgress.of(console.interactive(), console.err(), feed.expectedVolumes())) {
      return new DemoSession(pipeline, progress).play(feed, playback, model.trained());
    }
  }

  private void report(SessionSummary summary, Console console) throws IOException {
    SummaryReport.table(summary).forEach(console::say);
    summary.problems().forEach(console::warn);
    if (json) {
      spec.commandLine().getOut().println(SummaryReport.json(summary));
      spec.commandLine().getOut().flush();
    }
  }
}
