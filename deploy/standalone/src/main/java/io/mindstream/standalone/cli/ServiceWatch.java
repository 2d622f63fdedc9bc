package io.mindstream.standalone.cli;

import io.mindstream.bridge.scanner.ScannerNotes;
import io.mindstream.service.PipelineService;
import io.mindstream.standalone.pipeline.StandalonePipeline;
import java.util.HashMap;
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

  /** Looks until the thread is interrupted. */
  void watch(StandalonePipeline pipeline) throws InterruptedException {
    while (!Thread.currentThread().isInterrupted()) {
      pipeline.services().forEach(this::tell);
      pipeline.bean(ScannerNotes.class).take().forEach(console::say);
      TimeUnit.SECONDS.sleep(LOOK_SECONDS);
    }
  }

  private void tell(PipelineService service) {
    String now = service.health().describe();
    String before = told.put(service.name(), now);
    if (!now.equals(before) && (before != null || !service.health().up())) {
      console.warn(service.name() + ": " + now);
    }
  }
}
