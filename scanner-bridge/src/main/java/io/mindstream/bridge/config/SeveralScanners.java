package io.mindstream.bridge.config;

import io.mindstream.bridge.net.OpenPort;
import io.mindstream.bridge.push.RunDesk;
import io.mindstream.bridge.push.RunDesks;
import io.mindstream.bridge.scanner.ScannerFeed;
import io.mindstream.bridge.scanner.ScannerLane;
import io.mindstream.bridge.scanner.ScannerNotes;
import io.mindstream.bridge.scanner.ScannerOptions;
import io.mindstream.bridge.scanner.ScannerPort;
import io.mindstream.bridge.service.BridgeService;
import io.mindstream.service.PipelineService;
import io.mindstream.service.ServiceHealth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scanners that send to one port at the same time: each has a feed, a bridge and a spool of its
 * own, so that what breaks one of them leaves the others alone.
 */
final class SeveralScanners implements PipelineService {

  static final String NAME = "scanners";

  private static final Logger LOG = LoggerFactory.getLogger(SeveralScanners.class);

  private final BridgeService bridge;
  private final BridgeConfig config;
  private final ScannerConfig scanner;
  private final ScannerOptions options;
  private final RunDesks desks;
  private final ScannerNotes notes;
  private volatile Map<ScannerLane, BridgeService> running = Map.of();
  private @Nullable ScannerPort port;

  SeveralScanners(
      BridgeService bridge,
      BridgeConfig config,
      ScannerConfig scanner,
      RunDesks desks,
      ScannerNotes notes) {
    this.bridge = bridge;
    this.config = config;
    this.scanner = scanner;
    this.options = scanner.options().orElseThrow();
    this.desks = desks;
    this.notes = notes;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void start() {
    ScannerPort opened;
    Map<ScannerLane, BridgeService> bridges;
    synchronized (this) {
      if (port != null) {
        return;
      }
      List<ScannerLane> lanes = scanner.lanes();
      opened = ScannerPort.open(options.network().orElseThrow(), lanes, notes::say);
      bridges = bridges(lanes);
      port = opened;
      running = bridges;
    }
    OpenPort.warning(opened.address()).ifPresent(notes::warn);
    try {
      bridges.forEach((lane, its) -> listen(opened, lane, its));
    } catch (RuntimeException e) {
      stop();
      throw e;
    }
  }

  private Map<ScannerLane, BridgeService> bridges(List<ScannerLane> lanes) {
    Map<ScannerLane, BridgeService> bridges = new LinkedHashMap<>();
    lanes.forEach(lane -> bridges.put(lane, bridge.beside(lane.spool(config.spoolSettings()))));
    return bridges;
  }

  private void listen(ScannerPort opened, ScannerLane lane, BridgeService its) {
    its.start();
    Consumer<String> told = note -> notes.say(lane.title() + ": " + note);
    RunDesk desk = desks.of(Optional.of(lane.subject()));
    ScannerFeed feed = lane.feed(opened, options, desk, config.spoolSettings(), told);
    LOG.info("waiting for {}", feed.description());
    its.play(feed, config.playback(), new RunNotes(told));
  }

  @Override
  public synchronized void stop() {
    running.values().forEach(BridgeService::close);
    running = Map.of();
    if (port != null) {
      port.close();
      port = null;
    }
  }

  /** That of the scanner that is worst. */
  @Override
  public ServiceHealth health() {
    Map<ScannerLane, BridgeService> now = running;
    ServiceHealth worst = now.isEmpty() ? new ServiceHealth.Stopped() : new ServiceHealth.Running();
    for (Map.Entry<ScannerLane, BridgeService> lane : now.entrySet()) {
      worst = worse(worst, lane.getKey().title(), lane.getValue().health());
    }
    return worst;
  }

  private static ServiceHealth worse(ServiceHealth before, String title, ServiceHealth now) {
    if (now instanceof ServiceHealth.Failed failed) {
      return new ServiceHealth.Failed(title + ": " + failed.reason());
    }
    if (now instanceof ServiceHealth.Waiting waiting && before.up()) {
      return new ServiceHealth.Waiting(title + ": " + waiting.reason());
    }
    return before;
  }
}
