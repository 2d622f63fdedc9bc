package io.mindstream.bridge.dimse;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How DICOM objects are received.
 *
 * @param address where to listen; port 0 takes any free one
 * @param aeTitle this receiver's own AE title
 * @param checkCalled true refuses peers that call another AE title
 * @param allowed AE titles of peers that may connect; empty for any
 * @param longestData the longest P-DATA-TF that is taken, in bytes, 4096 to 1 MiB
 * @param largestObject bytes of the largest data set that is taken
 * @param mostAssociations served at once
 * @param artim how long a peer has to ask for its association, and to close after it
 * @param idle how long a peer may be silent within its association
 */
public record DimseSettings(
    InetSocketAddress address,
    String aeTitle,
    boolean checkCalled,
    Set<String> allowed,
    int longestData,
    int largestObject,
    int mostAssociations,
    Duration artim,
    Duration idle) {

  /** Bytes; as much as a scanner sends in one enhanced multi-frame object of a whole run. */
  public static final int DEFAULT_LARGEST_OBJECT = 256 << 20;

  private static final int DEFAULT_LONGEST_DATA = 1 << 17;
  private static final int DEFAULT_ASSOCIATIONS = 8;
  private static final int LEAST_DATA = 4096;
  static final int MOST_DATA = 1 << 20;

  /** Checks titles and numbers, and keeps a set of its own. */
  public DimseSettings {
    aeTitle = AeTitle.require(aeTitle);
    allowed = allowed.stream().map(AeTitle::require).collect(Collectors.toUnmodifiableSet());
    if (longestData < LEAST_DATA || longestData > MOST_DATA) {
      throw new IllegalArgumentException(
          "the longest P-DATA-TF is 4096 to 1048576 bytes, got " + longestData);
    }
    if (largestObject < 1 || mostAssociations < 1) {
      throw new IllegalArgumentException(
          "the largest object and the number of associations are at least 1, got "
              + largestObject
              + " and "
              + mostAssociations);
    }
  }

  /** A receiver that takes what anybody sends, with common limits and times. */
  public DimseSettings(InetSocketAddress address, String aeTitle) {
    this(
        address,
        aeTitle,
        false,
        Set.of(),
        DEFAULT_LONGEST_DATA,
        DEFAULT_LARGEST_OBJECT,
        DEFAULT_ASSOCIATIONS,
        Duration.ofSeconds(30),
        Duration.ofMinutes(5));
  }

  /** The same, but only for these peers, and for those who call it by its name where told. */
  public DimseSettings only(Set<String> callers, boolean byName) {
    return new DimseSettings(
        address,
        aeTitle,
        byName,
        callers,
        longestData,
        largestObject,
        mostAssociations,
        artim,
        idle);
  }

  /** The same with other limits. */
  public DimseSettings within(int object, int associations, Duration artimTime, Duration idleTime) {
    return new DimseSettings(
        address,
        aeTitle,
        checkCalled,
        allowed,
        longestData,
        object,
        associations,
        artimTime,
        idleTime);
  }

  boolean allows(String calling) {
    return AeTitle.valid(calling) && (allowed.isEmpty() || allowed.contains(calling));
  }
}
