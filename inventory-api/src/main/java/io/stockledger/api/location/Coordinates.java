package io.stockledger.api.location;

/**
 * A place on earth (WGS 84), in millionths of a degree: what is stored are whole numbers.
 *
 * @param latitudeMicrodegrees −90,000,000 to 90,000,000, north positive
 * @param longitudeMicrodegrees −180,000,000 to 180,000,000, east positive
 */
public record Coordinates(long latitudeMicrodegrees, long longitudeMicrodegrees) {
  public Coordinates {
    requireWithin("latitude", latitudeMicrodegrees, 90_000_000);
    requireWithin("longitude", longitudeMicrodegrees, 180_000_000);
  }

  private static void requireWithin(String name, long microdegrees, long limit) {
    if (microdegrees < -limit || microdegrees > limit) {
      throw new IllegalArgumentException(name + " is out of range: " + microdegrees);
    }
  }
}
