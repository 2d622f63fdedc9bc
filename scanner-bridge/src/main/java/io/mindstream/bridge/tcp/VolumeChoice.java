package io.mindstream.bridge.tcp;

import java.util.Locale;
import java.util.Optional;

/**
 * Which volumes are taken. Scanners that correct motion send each volume twice.
 *
 * @param motionCorrected true takes the corrected ones only, false the others only
 * @param scanType takes only these; empty for any
 */
public record VolumeChoice(boolean motionCorrected, Optional<String> scanType) {

  /** Why a volume is left out, if so. */
  Optional<String> objection(VolumeHeader header) {
    if (header.motionCorrected() != motionCorrected) {
      return Optional.of(
          motionCorrected
              ? "volumes without motion correction are left out, as --moco only has it"
              : "motion-corrected volumes are left out; take them, and no others, by --moco only");
    }
    boolean other =
        scanType.isPresent()
            && !header
                .scanType()
                .toLowerCase(Locale.ROOT)
                .equals(scanType.get().toLowerCase(Locale.ROOT));
    return other
        ? Optional.of("volumes of another scan type than " + scanType.get() + " are left out")
        : Optional.empty();
  }
}
