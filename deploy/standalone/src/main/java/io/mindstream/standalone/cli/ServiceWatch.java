package io.mindstream.standalone.cli;

import io.mindstream.bridge.scanner.ScannerNotes;
import io.mindstream.service.PipelineService;
import io.mindstream.standalone.pipeline.StandalonePipeline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Says once when a service is down and when it is up again, and what scanners bring. */
final class ServiceWatch {

  private static final long LOOK_SECONDS = 1;

  private final Console console;
  private final Map<String, String> told = new HashMap<>();

  ServiceWatch(Console console) {
    this.console = console;
  }

  /**
   * Looks until the pipeline stops, which Ctrl-C makes another thread do: that its services go down
   * is then no news.
   */
  void watch(StandalonePipeline pipeline) throws InterruptedException {
    List<PipelineService> services = pipeline.services();
    ScannerNotes notes = pipeline.bean(ScannerNotes.class); // A bean is not found while it stops.
    while (!pipeline.stopping()) {
      services.forEach(this::tell);
      notes.take().forEach(console::say);
      TimeUnit.SECONDS.sleep(LOOK_SECONDS);
    }
    notes.take().forEach(console::say); // What came since the last look.
    console.say("stopping");
  }

  private void tell(PipelineService service) {
    String now = service.health().describe();
    String before = told.put(service.name(), now);
    if (!now.equals(before) && (before != null || !service.health().up())) {
      console.warn(service.name() + ": " + now);
    }
  }
}
