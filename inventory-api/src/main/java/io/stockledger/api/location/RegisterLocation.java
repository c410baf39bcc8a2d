package io.stockledger.api.location;

import io.stockledger.api.Identifiers;
import org.jspecify.annotations.Nullable;

/**
 * Put a location into the registry, or change what it says: what is not stated is not said any
 * more. The same content again changes nothing.
 *
 * @param name for people, 1 to 200 characters
 * @param timeZone an IANA zone id
 * @param ifVersion the version that the sender knows
 */
public record RegisterLocation(
    String location,
    String name,
    LocationKind kind,
    String timeZone,
    LocationTraits traits,
    @Nullable Long ifVersion)
    implements LocationCommand {
  public RegisterLocation {
    Identifiers.require("location", location);
  }

  /** The name of its stream of events. */
  public static String stream(String location) {
    return "location:" + location;
  }
}
