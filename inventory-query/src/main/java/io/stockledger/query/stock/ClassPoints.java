package io.stockledger.query.stock;

import io.stockledger.api.product.VelocityClass;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the velocity class of a product adds to the score by which its items are counted: what moves
 * most is counted most often, also where this location has not sold it yet.
 */
final class ClassPoints {
  /** JSON: the points of each class. */
  static final String BY_CLASS =
      Arrays.stream(VelocityClass.values())
          .map(one -> "\"" + one + "\":" + of(one))
          .collect(Collectors.joining(",", "{", "}"));

  private ClassPoints() {}

  /**
   * @param velocityClass none where the registry says nothing
   * @return 0 to 10
   */
  static int of(@Nullable VelocityClass velocityClass) {
    return switch (velocityClass) {
      case A -> 10;
      case B -> 5;
      case C -> 0;
      case null -> 0;
    };
  }
}
