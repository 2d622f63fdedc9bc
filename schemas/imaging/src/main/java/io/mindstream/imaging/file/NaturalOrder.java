package io.mindstream.imaging.file;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Pattern;

/** The order in which people count: digits compare as numbers, so that run-2 is before run-10. */
public final class NaturalOrder implements Comparator<String> {

  private static final Pattern BORDER = Pattern.compile("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)");

  /** Stateless. */
  public NaturalOrder() {}

  @Override
  public int compare(String one, String other) {
    String[] left = BORDER.split(one, -1);
    String[] right = BORDER.split(other, -1);
    for (int i = 0; i < Math.min(left.length, right.length); i++) {
      int order = part(left[i], right[i]);
      if (order != 0) {
        return order;
      }
    }
    int longer = Integer.compare(left.length, right.length);
    return longer != 0 ? longer : one.compareTo(other);
  }

  private static int part(String left, String right) {
    return number(left) && number(right)
        ? new BigInteger(left).compareTo(new BigInteger(right))
        : left.compareTo(right);
  }

  private static boolean number(String part) {
    return !part.isEmpty() && Character.isDigit(part.charAt(0));
  }
}
