package io.mindstream.standalone.cli;

import io.mindstream.service.DataPath;
import io.mindstream.standalone.pipeline.PipelineSession;
import io.mindstream.standalone.pipeline.StandalonePipeline;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the pipeline and waits for a feed. */
@Command(
    name = "standalone",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Runs the whole pipeline in one process and waits for a scanner feed, until Ctrl-C: a Kafka"
            + " broker, a schema registry, an S3 server and the four services. What is given by"
            + " address is not started here.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  mindstream standalone --model BUNDLE",
      "  mindstream standalone --model BUNDLE --kafka broker:9092 --registry http://registry:8081",
      "  mindstream standalone --model BUNDLE --dicom-port 11112 --scanner-folder /mnt/rtexport",
      "  mindstream standalone --model BUNDLE --dicom-port 11112 --roi V1   (by roi publish)",
      "  mindstream standalone --model BUNDLE --dicom-bind 192.168.2.1 \\",
      "      --scanner MRC40123=sub-01 --scanner MRC40124=sub-02      two scanners at once",
      "  mindstream replay --source DIR --roi BUNDLE   (in another terminal) play a BIDS folder into it,",
      "                                                by the voxels that the model was trained on"
    })
final class StandaloneCommand implements Callable<Integer> {

  @Mixin private StandaloneOptions options = new StandaloneOptions();
  @Mixin private DecoderOptions decoder = new DecoderOptions();
  @Mixin private RegionOptions region = new RegionOptions();
  @Mixin private ScannerDoor scanner = new ScannerDoor();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Console console = Console.of(spec.commandLine().getErr());
    region.require(false, decoder.model().isPresent(), true);
    ModelRegion known = ModelRegion.of(decoder, region.roi().isPresent());
    Path data = options.data().orElseGet(DataPath::standard);
    try (PipelineSession session = new PipelineSession(data, false)) {
      console.say("starting; the log is " + session.log());
      StandalonePipeline pipeline =
          session.start(
              scanner.apply(
                  known.apply(region.apply(decoder.apply(options.settings(data)))), Map.of()));
      Whereabouts found = new Whereabouts(pipeline);
      found.dashboard(console);
      found.servers(console);
      known.publish(pipeline, console);
      scanner.describe().forEach(console::say);
      console.say("ready; Ctrl-C stops");
      new ServiceWatch(console).watch(pipeline);
      return ExitCode.OK;
    }
  }
}
