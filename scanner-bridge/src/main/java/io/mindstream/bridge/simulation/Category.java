package io.mindstream.bridge.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a stimulus shows. The label is its BIDS trial_type. */
public enum Category {
  /** A face from the front. */
  FACE,
  /** A house with a pitched roof. */
  HOUSE,
  /** A sitting cat. */
  CAT,
  /** A chair with a slatted back. */
  CHAIR,
  /** A car from the side. */
  CAR,
  /** A broad-leaved tree. */
  TREE,
  /** A sports shoe from the side. */
  SHOE,
  /** A bottle with a label. */
  BOTTLE,
  /** Open scissors. */
  SCISSORS,
  /** A five-pointed star. */
  STAR,
  /** A mosaic without an object, like the scrambled pictures of Haxby et al. 2001. */
  SCRAMBLEDPIX;

  private static final List<Category> VIEWED =
      List.of(FACE, HOUSE, CAT, CHAIR, CAR, TREE, SHOE, BOTTLE);

  /** The eight categories that the simulated subject views. */
  public static List<Category> viewed() {
    return VIEWED;
  }

  /** The category of a trial_type, where there is one. */
  public static Optional<Category> of(String label) {
    return Arrays.stream(values()).filter(category -> category.label().equals(label)).findFirst();
  }

  /** The trial_type: {@code face}, {@code house} and so on. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Draws the category into the square from -1 to 1, y down. */
  void draw(Pen pen) {
    switch (this) {
      case FACE -> CreatureDrawings.face(pen);
      case CAT -> CreatureDrawings.cat(pen);
      case TREE -> CreatureDrawings.tree(pen);
      case HOUSE -> PlaceDrawings.house(pen);
      case CHAIR -> PlaceDrawings.chair(pen);
      case CAR -> PlaceDrawings.car(pen);
      case SHOE -> ThingDrawings.shoe(pen);
      case BOTTLE -> ThingDrawings.bottle(pen);
      case SCISSORS -> ThingDrawings.scissors(pen);
      case STAR -> ThingDrawings.star(pen);
      case SCRAMBLEDPIX -> ThingDrawings.scrambled(pen);
    }
  }
}
