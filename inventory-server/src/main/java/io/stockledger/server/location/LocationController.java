package io.stockledger.server.location;

import io.stockledger.api.location.LocationCommand.AddLocationAlias;
import io.stockledger.api.location.LocationCommand.ReinstateLocation;
import io.stockledger.api.location.LocationCommand.RemoveLocationAlias;
import io.stockledger.api.location.LocationCommand.RetireLocation;
import io.stockledger.api.location.RegisterLocation;
import io.stockledger.server.http.Write;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import io.stockledger.server.write.AliasRequest;
import io.stockledger.server.write.AnswersWith;
import io.stockledger.server.write.InUseRequest;
import io.stockledger.server.write.RegistryAnswer;
import io.stockledger.server.write.WriteGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Puts places into the registry, and takes them out of use. */
@RestController
class LocationController {
  private final WriteGateway writes;
  private final ItemsOfPlace items;

  LocationController(WriteGateway writes, ItemsOfPlace items) {
    this.writes = writes;
    this.items = items;
  }

  @PutMapping(
      path = "/v1/locations/{id}",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.REGISTRY_WRITE)
  @AnswersWith(value = RegistryAnswer.class, creates = true, takesVersion = true)
  ResponseEntity<byte[]> put(
      @PathVariable String id, @RequestBody LocationRequest body, Write write) {
    RegisterLocation command = body.command(id, write);
    items.recallFor(command);
    return writes.send(command, write);
  }

  @PostMapping(
      path = "/v1/locations/{id}/retire",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.REGISTRY_WRITE)
  @AnswersWith(value = RegistryAnswer.class, takesVersion = true)
  ResponseEntity<byte[]> retire(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable InUseRequest body,
      Write write) {
    RetireLocation command = new RetireLocation(id, write.ifVersion());
    items.recallFor(command);
    return writes.send(command, write);
  }

  @PostMapping(
      path = "/v1/locations/{id}/reinstate",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.REGISTRY_WRITE)
  @AnswersWith(value = RegistryAnswer.class, takesVersion = true)
  ResponseEntity<byte[]> reinstate(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable InUseRequest body,
      Write write) {
    return writes.send(new ReinstateLocation(id, write.ifVersion()), write);
  }

  @PostMapping(
      path = "/v1/locations/{id}/aliases",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.REGISTRY_WRITE)
  @AnswersWith(value = RegistryAnswer.class, takesVersion = true)
  ResponseEntity<byte[]> addAlias(
      @PathVariable String id, @RequestBody AliasRequest body, Write write) {
    return writes.send(new AddLocationAlias(id, body.alias(), write.ifVersion()), write);
  }

  @PostMapping(
      path = "/v1/locations/{id}/aliases/remove",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.REGISTRY_WRITE)
  @AnswersWith(value = RegistryAnswer.class, takesVersion = true)
  ResponseEntity<byte[]> removeAlias(
      @PathVariable String id, @RequestBody AliasRequest body, Write write) {
    return writes.send(new RemoveLocationAlias(id, body.alias(), write.ifVersion()), write);
  }
}
