package io.stockledger.server.location;

import io.stockledger.api.alias.AliasKind;
import io.stockledger.api.location.LocationCommand.AddLocationAlias;
import io.stockledger.api.location.LocationCommand.ReinstateLocation;
import io.stockledger.api.location.LocationCommand.RemoveLocationAlias;
import io.stockledger.api.location.LocationCommand.RetireLocation;
import io.stockledger.server.security.Scope;
import io.stockledger.server.write.AliasRequest;
import io.stockledger.server.write.CommandForm;
import io.stockledger.server.write.CommandForm.Meaning;
import io.stockledger.server.write.CommandForm.OnRegistry;
import io.stockledger.server.write.InUseRequest;
import java.util.List;

/** Every write on locations, as an element of a bulk request. */
public final class LocationForms {
  private LocationForms() {}

  public static List<CommandForm> all() {
    return List.of(
        form("location", LocationRequest.class, LocationRequest::command),
        form(
            "location-retire",
            InUseRequest.class,
            (body, id, write) -> new RetireLocation(id, write.ifVersion())),
        form(
            "location-reinstate",
            InUseRequest.class,
            (body, id, write) -> new ReinstateLocation(id, write.ifVersion())),
        form(
            "location-alias",
            AliasRequest.class,
            (body, id, write) -> new AddLocationAlias(id, body.alias(), write.ifVersion())),
        form(
            "location-alias-remove",
            AliasRequest.class,
            (body, id, write) -> new RemoveLocationAlias(id, body.alias(), write.ifVersion())));
  }

  private static <B> CommandForm form(String type, Class<B> request, Meaning<B> meaning) {
    return new OnRegistry<>(
        type, "location", AliasKind.LOCATION, request, meaning, Scope.REGISTRY_WRITE);
  }
}
