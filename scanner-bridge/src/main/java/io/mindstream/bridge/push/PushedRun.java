package io.mindstream.bridge.push;

import io.mindstream.bridge.live.LiveRun;
import io.mindstream.bridge.live.SameGrid;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The run that is told now: which of its volumes came, and by which connections. For one thread.
 */
final class PushedRun {

  /** More than that is not a lost volume, but a number that counts something else. */
  private static final int MOST_LACKING = 1000;

  private final String series;
  private final int base;
  private final LiveRun run;
  private final BitSet taken = new BitSet();
  private final Set<Peer> peers = new HashSet<>();

  /**
   * A run that has begun.
   *
   * @param base the number that is index 0
   */
  PushedRun(String series, int base, LiveRun run) {
    this.series = series;
    this.base = base;
    this.run = run;
  }

  String series() {
    return series;
  }

  LiveRun run() {
    return run;
  }

  boolean carriedBy(Peer peer) {
    return peers.contains(peer);
  }

  /** Why a volume is left out, if so. */
  Optional<String> objection(PushedVolume volume) {
    int index = volume.number() - base;
    if (index < 0) {
      return Optional.of("it comes before the run's first number, " + base);
    }
    if (taken.get(index)) {
      return Optional.of("it came already");
    }
    boolean far = !taken.isEmpty() && index - taken.length() > MOST_LACKING;
    return far
        ? Optional.of(
            "the run is at " + (base + taken.length() - 1) + " and cannot have lost so many")
        : Optional.empty();
  }

  boolean fits(PushedVolume volume) {
    return SameGrid.of(volume.grid().geometry(), run.grid());
  }

  /** Volumes that another process told. */
  void cameBefore(Collection<Integer> indices) {
    indices.forEach(taken::set);
  }

  /** One more than the highest index so far. */
  int reached() {
    return taken.length();
  }

  void tell(@Nullable Peer from, PushedVolume volume) throws InterruptedException {
    int index = volume.number() - base;
    taken.set(index);
    if (from != null) {
      peers.add(from);
    }
    run.volume(index, volume.data(), volume.receivedAt());
  }

  /** What lacks between the first and the last volume, for people; empty for nothing. */
  Optional<String> lacking() {
    int lacking = taken.length() - taken.cardinality();
    return lacking == 0
        ? Optional.empty()
        : Optional.of(lacking + " of " + taken.length() + " volumes never came");
  }
}
