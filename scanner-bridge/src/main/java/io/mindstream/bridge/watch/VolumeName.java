package io.mindstream.bridge.watch;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which files of a folder are volumes, and which volume each is, by their names alone. */
final class VolumeName {

  private static final Pattern NIFTI = Pattern.compile("(.+)\\.nii(\\.gz)?");
  private static final Pattern UNFINISHED = Pattern.compile("\\..*|.*[._-](part|tmp|temp)");
  private static final Pattern LAST_NUMBER = Pattern.compile("(\\d{1,18})\\D*$");
  private static final String MASK = "_mask";

  private VolumeName() {}

  /** True for {@code *.nii} and {@code *.nii.gz} that are neither hidden, temporary nor a mask. */
  static boolean isVolume(String name) {
    return stem(name).filter(stem -> !stem.endsWith(MASK)).isPresent();
  }

  /** True for a mask of the region of interest. */
  static boolean isMask(String name) {
    return stem(name).filter(stem -> stem.endsWith(MASK)).isPresent();
  }

  /** The last number in the name: 12 for {@code vol_012.nii.gz} and {@code run2_vol12_e.nii}. */
  static OptionalLong number(String name) {
    Matcher matcher = LAST_NUMBER.matcher(stem(name).orElse(""));
    return matcher.find()
        ? OptionalLong.of(Long.parseLong(matcher.group(1)))
        : OptionalLong.empty();
  }

  private static Optional<String> stem(String name) {
    Matcher matcher = NIFTI.matcher(name.toLowerCase(Locale.ROOT));
    return matcher.matches() && !UNFINISHED.matcher(matcher.group(1)).matches()
        ? Optional.of(matcher.group(1))
        : Optional.empty();
  }
}
