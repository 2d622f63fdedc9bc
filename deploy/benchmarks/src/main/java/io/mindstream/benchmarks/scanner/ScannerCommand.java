package io.mindstream.benchmarks.scanner;

import io.mindstream.schemas.fmri.VolumeShape;
import io.mindstream.standalone.pipeline.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The scanner feed: reading a mosaic, latency into Kafka, throughput. */
@Command(
    name = "scanner",
    mixinStandardHelpOptions = true,
    description =
        "Reading a mosaic beside pydicom and dcm2niix, the latency of the scanner feed into a Kafka"
            + " in this process, its throughput beside a bare producer, and small objects of DCMTK's"
            + " storescu beside DCMTK's receiver.",
    footer = {
      "",
      "Examples:",
      "  deploy/benchmarks/run scanner",
      "  deploy/benchmarks/run scanner --parts read --mosaic FILE.dcm",
      "  deploy/benchmarks/run scanner --parts latency --seconds 300 --rate 10"
    })
public final class ScannerCommand implements Callable<Integer> {

  private enum Part {
    READ,
    LATENCY,
    SLICED,
    THROUGHPUT,
    SLICES
  }

  private static final VolumeShape SMALL = new VolumeShape(64, 64, 35);

  /** Of 1.6 MB. */
  private static final VolumeShape LARGE = new VolumeShape(100, 100, 81);

  private static final Path HOME = Path.of(System.getProperty("mindstream.benchmarks.home", "."));

  @Option(
      names = "--parts",
      split = ",",
      paramLabel = "PART",
      defaultValue = "read,latency,sliced,throughput,slices",
      description = "What is measured: ${COMPLETION-CANDIDATES} (default: all).")
  private List<Part> parts = List.of();

  @Option(
      names = "--mosaic",
      paramLabel = "FILE",
      description = "A mosaic to read (default: a simulated one of 64x64x35).")
  private Optional<Path> given = Optional.empty();

  @Option(
      names = "--turns",
      paramLabel = "N",
      defaultValue = "3",
      description = "Turns of reading and of throughput (default: 3).")
  private int turns;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "60",
      description = "How long latency is measured, after 10 s that are not (default: 60).")
  private int seconds;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "20",
      description = "Volumes a second while latency is measured (default: 20).")
  private double rate;

  @Option(
      names = "--volumes",
      paramLabel = "N",
      defaultValue = "200",
      description = "Volumes of a turn of throughput (default: 200).")
  private int volumes;

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (TemporaryFolder folder = TemporaryFolder.in(HOME.resolve("target"))) {
      if (parts.contains(Part.READ)) {
        read(folder.path());
      }
      if (!parts.equals(List.of(Part.READ))) {
        feed(folder.path());
      }
    }
    return 0;
  }

  private void read(Path folder) throws IOException, InterruptedException {
    Path file = folder.resolve("mosaic.dcm");
    Files.write(
        file, given.isPresent() ? Files.readAllBytes(given.get()) : Mosaic.of(SMALL).file(0, 0));
    new ReadComparison(HOME.resolve("python/mosaic_seconds.py"), file).run(turns);
  }

  private void feed(Path folder) throws IOException, InterruptedException {
    try (FeedPipeline pipeline = new FeedPipeline(folder)) {
      if (parts.contains(Part.LATENCY)) {
        FeedLatency latency = new FeedLatency(pipeline, Mosaic.of(LARGE), rate, seconds);
        latency.byStore();
        latency.byFolder(folder.resolve("export"));
      }
      if (parts.contains(Part.SLICED)) {
        new SliceLatency(pipeline, LARGE).run(folder.resolve("sliced"));
      }
      if (parts.contains(Part.THROUGHPUT)) {
        new FeedThroughput(pipeline, Mosaic.of(LARGE), volumes).run(turns);
      }
      if (parts.contains(Part.SLICES)) {
        slices(pipeline, folder.resolve("slices"));
      }
    }
  }

  private void slices(FeedPipeline pipeline, Path folder) throws IOException, InterruptedException {
    if (ForeignSender.possible()) {
      new ForeignSender(pipeline, folder, volumes).run(turns);
    } else {
      System.out.println("slices skipped: apt install dcmtk");
    }
  }
}
