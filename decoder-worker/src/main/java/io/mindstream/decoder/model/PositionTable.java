package io.mindstream.decoder.model;

/** The encoder's table of positions, (L + 1, E): row 0 belongs to a class token. */
public final class PositionTable {

  private PositionTable() {}

  /**
   * Fits a table to another number of tokens, by nearest neighbour along the token axis; row 0
   * stays. New row i is old row {@code min(floor(i * r), old - 1)}, with the ratio r and the
   * product in float32 as PyTorch computes them: exact arithmetic picks another row for some sizes.
   *
   * @param table (L + 1, E), row by row
   * @param width E
   * @param tokens the new L
   * @return (tokens + 1, E), a new array
   */
  public static float[] resize(float[] table, int width, int tokens) {
    int oldTokens = table.length / width - 1;
    float ratio = (float) oldTokens / tokens;
    float[] resized = new float[(tokens + 1) * width];
    System.arraycopy(table, 0, resized, 0, width);
    for (int i = 0; i < tokens; i++) {
      int from = Math.min((int) (i * ratio), oldTokens - 1);
      System.arraycopy(table, (from + 1) * width, resized, (i + 1) * width, width);
    }
    return resized;
  }
}
