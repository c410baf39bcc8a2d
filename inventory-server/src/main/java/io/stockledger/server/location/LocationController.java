package io.stockledger.server.location;

import io.stockledger.api.location.RegisterLocation;
import io.stockledger.server.http.Write;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import io.stockledger.server.write.AnswersWith;
import io.stockledger.server.write.RegistryAnswer;
import io.stockledger.server.write.WriteGateway;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Puts places into the registry. */
@RestController
class LocationController {
  private final WriteGateway writes;

  LocationController(WriteGateway writes) {
    this.writes = writes;
  }

  @PutMapping(
      path = "/v1/locations/{id}",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.REGISTRY_WRITE)
  @AnswersWith(value = RegistryAnswer.class, creates = true, takesVersion = true)
  ResponseEntity<byte[]> put(
      @PathVariable String id, @RequestBody LocationRequest body, Write write) {
    return writes.send(
        new RegisterLocation(id, body.name(), body.kind(), body.zone(), write.ifVersion()), write);
  }
}
