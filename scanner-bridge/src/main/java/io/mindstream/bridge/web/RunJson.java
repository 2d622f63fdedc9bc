package io.mindstream.bridge.web;

import io.mindstream.bridge.stimulus.PlannedTrial;
import io.mindstream.bridge.stimulus.RunStatus;
import io.mindstream.schemas.avro.RunHeader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What is answered, as JSON. */
final class RunJson {

  private RunJson() {}

  static Map<String, Object> run(RunStatus status) {
    RunHeader header = status.header();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("run", header.getRunId());
    json.put("state", header.getState().name());
    json.put("startedAt", header.getStartedAt().toString());
    json.put("repetitionTimeSeconds", header.getRepetitionTimeSeconds());
    header.getExpectedVolumes().ifPresent(volumes -> json.put("expectedVolumes", volumes));
    json.put("volumes", Math.max(status.volumes(), header.getPublishedVolumes().orElse(0)));
    json.put("events", status.events());
    json.put("simulated", header.getSimulated());
    header.getReason().ifPresent(reason -> json.put("reason", reason));
    return json;
  }

  /** With the clocks. */
  static Map<String, Object> detailed(RunStatus status) {
    Map<String, Object> json = run(status);
    Map<String, Object> clock = new LinkedHashMap<>();
    clock.put("correctedBy", status.clock().correctedBy());
    clock.put("triggers", status.triggers().seconds().size());
    clock.put("dummies", status.triggers().dummies());
    put(clock, "stimulusAheadOfScannerSeconds", status.clock().aheadOfScanner());
    put(clock, "stimulusAheadOfUsSeconds", status.clock().aheadOfUs());
    put(clock, "shortestVolumeDelaySeconds", status.shortestDelaySeconds());
    json.put("clock", clock);
    return json;
  }

  static Map<String, Object> trials(String run, List<PlannedTrial> trials) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("run", run);
    json.put("trials", trials.stream().map(RunJson::trial).toList());
    return json;
  }

  private static Map<String, Object> trial(PlannedTrial trial) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("trial", trial.event().getTrialIndex());
    json.put("onset", trial.event().getOnsetSeconds());
    json.put("occurredAt", trial.event().getOccurredAt().toString());
    trial.id().ifPresent(id -> json.put("id", id));
    if (trial.known()) {
      json.put("known", true);
    }
    return json;
  }

  private static void put(Map<String, Object> json, String name, OptionalDouble value) {
    value.ifPresent(number -> json.put(name, number));
  }
}
