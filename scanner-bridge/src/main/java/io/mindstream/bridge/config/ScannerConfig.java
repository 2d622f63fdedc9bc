package io.mindstream.bridge.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.mindstream.bridge.dimse.DimseSettings;
import io.mindstream.bridge.push.PushOptions;
import io.mindstream.bridge.push.RunTemplate;
import io.mindstream.bridge.scanner.ScannerLane;
import io.mindstream.bridge.scanner.ScannerOptions;
import io.mindstream.imaging.dicom.series.AssemblySettings;
import io.mindstream.imaging.dicom.series.SeriesChoice;
import io.mindstream.imaging.roi.RoiMasks;
import io.mindstream.schemas.fmri.RunId;
import io.mindstream.service.OpenAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Properties {@code mindstream.bridge.scanner.*}: a scanner that sends DICOM, which the bridge's
 * own process, or a pipeline in one process, waits for. None where neither a port nor a folder is
 * named.
 *
 * @param port TCP port for C-STORE, 0 for any
 * @param bind address to listen on; nobody who connects is asked for a name
 * @param aeTitle own AE title
 * @param allow AE titles that may connect; empty for any
 * @param scanners AE=sub-01 of each of several scanners that send at the same time: then nobody
 *     else may connect, and there is no folder
 * @param folder where the scanner writes files
 * @param existing true takes the files that are there already
 * @param seriesDescription glob of the series that are taken
 * @param protocol glob of their protocol
 * @param mask mask file; without one voxels of the first volume are taken
 * @param roiThreshold without a mask: fraction of the first volume's 98th percentile
 * @param roiVoxels without a mask: so many of the brightest voxels instead
 * @param tr seconds; the scanner's own where not given
 * @param run BIDS id of the first run; those after it count on
 * @param name template of runs' names after their series, such as task-{protocol}
 * @param volumes of each run, where known
 * @param dummies volumes left out before volume 0
 * @param endAfter a run ends after so long without a volume
 * @param replaceAborted true gives the id of a run that broke off to the next one
 */
@ConfigurationProperties("mindstream.bridge.scanner")
public record ScannerConfig(
    @Nullable Integer port,
    @Bindable(defaultValue = OpenAddress.LOOPBACK) String bind,
    @Bindable(defaultValue = "MINDSTREAM") String aeTitle,
    @Nullable List<String> allow,
    @Nullable List<String> scanners,
    @Nullable Path folder,
    @Bindable(defaultValue = "false") boolean existing,
    @Nullable String seriesDescription,
    @Nullable String protocol,
    @Nullable Path mask,
    @Bindable(defaultValue = "" + RoiMasks.DEFAULT_FRACTION) double roiThreshold,
    @Nullable Integer roiVoxels,
    @Nullable Double tr,
    @Nullable String run,
    @Nullable String name,
    @Nullable Integer volumes,
    @Bindable(defaultValue = "0") int dummies,
    @Bindable(defaultValue = "60s") Duration endAfter,
    @Bindable(defaultValue = "false") boolean replaceAborted) {

  private static final DateTimeFormatter SESSION = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

  /**
   * The scanner, where one is named.
   *
   * @throws IllegalArgumentException where a property is wrong; the message names it
   */
  public Optional<ScannerOptions> options() {
    if (port == null && folder == null) {
      return Optional.empty();
    }
    return Optional.of(
        new ScannerOptions(
            Optional.ofNullable(port).map(this::network),
            Optional.ofNullable(folder),
            existing,
            new AssemblySettings(
                AssemblySettings.usual().grace(),
                AssemblySettings.usual().zone(),
                new SeriesChoice(
                    Optional.ofNullable(seriesDescription), Optional.ofNullable(protocol))),
            runs()));
  }

  /**
   * The scanners where several send at the same time; none for a single one.
   *
   * @throws IllegalArgumentException where one is named wrongly, or comes in by another way too
   */
  public List<ScannerLane> lanes() {
    List<String> all = named();
    if (all.isEmpty()) {
      return List.of();
    }
    if (port == null || folder != null || allow != null) {
      throw new IllegalArgumentException(
          "several scanners send to a DICOM port, and nobody else does: give one (--dicom-port,"
              + " mindstream.bridge.scanner.port), and neither a folder nor .allow");
    }
    return ScannerLane.of(all, runs().firstRun());
  }

  /** An empty property, such as one of a service file that is not filled in, names none. */
  private List<String> named() {
    return scanners == null
        ? List.of()
        : scanners.stream().filter(name -> !name.isBlank()).toList();
  }

  private DimseSettings network(int number) {
    Set<String> callers = allow == null ? Set.of() : Set.copyOf(allow);
    return new DimseSettings(new InetSocketAddress(bind, number), aeTitle).only(callers, false);
  }

  private PushOptions runs() {
    return new PushOptions(
        RunId.parse(run == null ? unnamed() : run),
        tr == null ? OptionalDouble.empty() : OptionalDouble.of(tr),
        Optional.ofNullable(mask),
        roiThreshold,
        Optional.empty(),
        endAfter,
        false,
        new PushOptions.Expected(optional(volumes), dummies, optional(roiVoxels), replaceAborted),
        Optional.ofNullable(name).map(RunTemplate::parse));
  }

  /** Only the time tells one such session from the next. */
  private static String unnamed() {
    return "sub-live_ses-%s_task-live_run-01"
        .formatted(LocalDateTime.now(ZoneId.systemDefault()).format(SESSION));
  }

  private static OptionalInt optional(@Nullable Integer number) {
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
