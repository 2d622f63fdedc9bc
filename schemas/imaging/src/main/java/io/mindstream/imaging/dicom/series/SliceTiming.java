package io.mindstream.imaging.dicom.series;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * When the slices of a volume are acquired, from its first volumes. GE's follow from its protocol,
 * else from its timers; Siemens' and UIH's are measured. Where a first volume tells nonsense, as
 * some sequences' do, the second counts. Philips tells none.
 */
public final class SliceTiming {

  private static final double TENTH_MS = 1e-4;
  private static final double SAME = 1e-7;
  private static final double SLACK = 1e-3;

  private SliceTiming() {}

  /**
   * Seconds from the first slice, in the order of z; empty where nobody tells them.
   *
   * @param first volumes of one series, at least one; two are better
   */
  public static Optional<double[]> of(List<WholeVolume> first) {
    WholeVolume volume = first.get(0);
    double tr = volume.facts().repetitionTimeSeconds().orElse(0);
    Vendor vendor = volume.facts().vendor();
    if (volume.facts().threeD() || vendor == Vendor.PHILIPS || volume.slices().size() < 2) {
      return Optional.empty();
    }
    WholeVolume second = first.get(Math.min(1, first.size() - 1));
    Optional<double[]> found =
        vendor == Vendor.GE
            ? stated(volume, tr).or(() -> timers(second, tr))
            : measured(volume, second, tr).or(() -> stated(volume, tr));
    return found.filter(SliceTiming::varies);
  }

  private static Optional<double[]> measured(WholeVolume first, WholeVolume second, double tr) {
    Optional<double[]> one = timers(first, tr).or(() -> clock(first, tr));
    Optional<double[]> other = timers(second, tr).or(() -> clock(second, tr));
    if (one.isEmpty()) {
      return other;
    }
    boolean xa = first.facts().software().contains(" XA");
    boolean longer =
        first.slices().get(0).timer().isPresent()
            && other.isPresent()
            && Math.abs(range(one.get()) - range(other.get())) > SAME;
    return (xa || longer) && other.isPresent() ? other : one;
  }

  /** From the protocol: in the order of the scanner's own numbers. */
  private static Optional<double[]> stated(WholeVolume volume, double tr) {
    List<SliceFrame> slices = volume.slices();
    if (volume.stated().isEmpty() || !(tr > 0)) {
      return Optional.empty();
    }
    double[] seconds = volume.stated().get().seconds(slices.size(), tr);
    Integer[] order = IntStream.range(0, slices.size()).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingInt(i -> slices.get(i).number()));
    double[] placed = new double[slices.size()];
    for (int i = 0; i < seconds.length; i++) {
      placed[order[i]] = seconds[i];
    }
    return seconds.length == 0 ? Optional.empty() : Optional.of(placed);
  }

  private static Optional<double[]> timers(WholeVolume volume, double tr) {
    List<SliceFrame> slices = volume.slices();
    if (slices.stream().anyMatch(slice -> slice.timer().isEmpty())) {
      return Optional.empty();
    }
    double[] seconds =
        fromFirst(slices.stream().mapToDouble(slice -> slice.timer().orElse(0)).toArray());
    // Old GE software counts tenths of a millisecond.
    boolean tenths = volume.facts().vendor() == Vendor.GE && tr > 0 && range(seconds) > 1000 * tr;
    return plausible(
        tenths ? Arrays.stream(seconds).map(value -> value * TENTH_MS).toArray() : seconds, tr);
  }

  private static Optional<double[]> clock(WholeVolume volume, double tr) {
    List<OptionalLong> times = volume.slices().stream().map(SliceFrame::acquired).toList();
    if (times.stream().anyMatch(OptionalLong::isEmpty)) {
      return Optional.empty();
    }
    return plausible(
        fromFirst(times.stream().mapToDouble(time -> time.orElse(0) / 1e6).toArray()), tr);
  }

  private static double[] fromFirst(double[] seconds) {
    double first = Arrays.stream(seconds).min().orElse(0);
    return Arrays.stream(seconds).map(value -> Math.round((value - first) * 1e6) / 1e6).toArray();
  }

  private static Optional<double[]> plausible(double[] seconds, double tr) {
    boolean inside = !(tr > 0) || range(seconds) <= tr + SLACK;
    return inside && varies(seconds) ? Optional.of(seconds) : Optional.empty();
  }

  private static boolean varies(double[] seconds) {
    return range(seconds) > SAME;
  }

  private static double range(double[] seconds) {
    return Arrays.stream(seconds).max().orElse(0) - Arrays.stream(seconds).min().orElse(0);
  }
}
