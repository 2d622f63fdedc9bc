package io.mindstream.benchmarks.scanner;

import io.mindstream.benchmarks.scanner.FeedPipeline.Played;
import io.mindstream.schemas.fmri.VolumeShape;
import io.mindstream.standalone.embedded.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Small objects of DCMTK's {@code storescu}, sent to the feed and to DCMTK's own receiver. It waits
 * for an answer to each, so that what a receiver takes long to acknowledge is all to be seen.
 */
final class ForeignSender {

  /** 32 KB as a mosaic, about a slice. */
  private static final VolumeShape SHAPE = new VolumeShape(32, 32, 16);

  private final FeedPipeline pipeline;
  private final Path folder;
  private final List<String> files = new ArrayList<>();

  ForeignSender(FeedPipeline pipeline, Path folder, int objects)
      throws IOException, InterruptedException {
    this.pipeline = pipeline;
    this.folder = Files.createDirectories(folder);
    Mosaic mosaic = Mosaic.of(SHAPE);
    for (int object = 0; object < objects; object++) {
      Path file = folder.resolve("%06d.dcm".formatted(object));
      files.add(Files.write(file, mosaic.file(object, object)).toString());
    }
  }

  /** False where DCMTK is not installed. */
  static boolean possible() throws InterruptedException {
    try {
      return start(List.of("storescu", "--version")).waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** By turns, after one that is not measured. */
  void run(int turns) throws IOException, InterruptedException {
    for (int turn = 0; turn <= turns; turn++) {
      double here = feed();
      double there = storescp();
      System.out.printf(
          "turn %d: storescu, objects a second: to the feed %.0f, to storescp %.0f, ratio %.2f%n",
          turn, here, there, here / there);
    }
  }

  private double feed() throws IOException, InterruptedException {
    Played run = pipeline.listen(files.size(), 1);
    double rate = sent(run.address().orElseThrow().getPort());
    run.finish();
    return rate;
  }

  private double storescp() throws IOException, InterruptedException {
    int port = Port.anyFree("storescp").number();
    Path into = Files.createDirectories(folder.resolve("received"));
    Process receiver = start(List.of("storescp", "-od", into.toString(), String.valueOf(port)));
    try {
      awaitEcho(receiver, port);
      return sent(port);
    } finally {
      receiver.destroy();
      receiver.waitFor();
    }
  }

  /** Objects a second. */
  private double sent(int port) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("storescu", "-aec", "MINDSTREAM", "localhost", "" + port));
    command.addAll(files);
    long begun = System.nanoTime();
    int exit = start(command).waitFor();
    if (exit != 0) {
      throw new IllegalStateException("storescu ended with " + exit);
    }
    return files.size() / ((System.nanoTime() - begun) / 1e9);
  }

  private static void awaitEcho(Process receiver, int port)
      throws IOException, InterruptedException {
    while (start(List.of("echoscu", "localhost", "" + port)).waitFor() != 0) {
      if (!receiver.isAlive()) {
        throw new IllegalStateException("storescp ended with " + receiver.exitValue());
      }
    }
  }

  private static Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
