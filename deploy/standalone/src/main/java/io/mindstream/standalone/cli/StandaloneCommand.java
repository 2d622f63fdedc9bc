package io.mindstream.standalone.cli;

import io.micronaut.runtime.server.EmbeddedServer;
import io.mindstream.service.DataPath;
import io.mindstream.service.OpenAddress;
import io.mindstream.service.PipelineService;
import io.mindstream.standalone.embedded.ObjectStoreKeys;
import io.mindstream.standalone.pipeline.PipelineSession;
import io.mindstream.standalone.pipeline.StandalonePipeline;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
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
      "  mindstream replay --source DIR       (in another terminal) play a BIDS folder into it"
    })
final class StandaloneCommand implements Callable<Integer> {

  private static final long LOOK_SECONDS = 1;

  @Mixin private StandaloneOptions options = new StandaloneOptions();
  @Mixin private DecoderOptions decoder = new DecoderOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  private final Map<String, String> told = new HashMap<>();

  @Override
  public Integer call() throws Exception {
    Console console = Console.of(spec.commandLine().getErr());
    Path data = options.data().orElseGet(DataPath::standard);
    try (PipelineSession session = new PipelineSession(data, false)) {
      console.say("starting; the log is " + session.log());
      StandalonePipeline pipeline = session.start(decoder.apply(options.settings(data)));
      console.say("@|bold dashboard|@  " + pipeline.dashboard());
      OpenAddress.warning(pipeline.bean(EmbeddedServer.class)).ifPresent(console::warn);
      console.say("kafka      " + pipeline.addresses().kafka());
      console.say("registry   " + pipeline.addresses().registry());
      console.say("s3         " + pipeline.addresses().objectStore());
      pipeline.addresses().objectStoreKeys().ifPresent(keys -> say(console, keys));
      console.say("ready; Ctrl-C stops");
      while (true) {
        pipeline.services().forEach(service -> tell(console, service));
        TimeUnit.SECONDS.sleep(LOOK_SECONDS);
      }
    }
  }

  private static void say(Console console, ObjectStoreKeys keys) {
    console.say("s3 keys    access " + keys.access() + ", secret " + keys.secret());
  }

  /** Says once when a service is down, and when it is up again. */
  private void tell(Console console, PipelineService service) {
    String now = service.health().describe();
    String before = told.put(service.name(), now);
    if (!now.equals(before) && (before != null || !service.health().up())) {
      console.warn(service.name() + ": " + now);
    }
  }
}
