package io.stockledger.server.discrepancy;

import io.stockledger.api.stock.ItemId;
import io.stockledger.server.http.Write;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import io.stockledger.server.write.AnswersWith;
import io.stockledger.server.write.DiscrepancyAnswer;
import io.stockledger.server.write.WriteGateway;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Flags disagreements of shelf and book, and settles them. */
@RestController
@RequestMapping(
    path = "/v1/stock/{location}/{sku}/discrepancies",
    consumes = MediaType.APPLICATION_JSON_VALUE,
    produces = MediaType.APPLICATION_JSON_VALUE)
class DiscrepancyController {
  private final WriteGateway writes;

  DiscrepancyController(WriteGateway writes) {
    this.writes = writes;
  }

  @PostMapping
  @Requires(Scope.DISCREPANCY_FLAG)
  @AnswersWith(value = DiscrepancyAnswer.class, creates = true, takesVersion = true)
  ResponseEntity<byte[]> flag(
      @PathVariable String location,
      @PathVariable String sku,
      @RequestBody FlagRequest body,
      Write write) {
    return writes.send(body.command(new ItemId(location, sku), write), write);
  }

  @PostMapping("/{id}/resolve")
  @Requires(Scope.DISCREPANCY_RESOLVE)
  @AnswersWith(value = DiscrepancyAnswer.class, takesVersion = true)
  ResponseEntity<byte[]> resolve(
      @PathVariable String location,
      @PathVariable String sku,
      @PathVariable String id,
      @RequestBody ResolveRequest body,
      Write write) {
    return writes.send(body.command(new ItemId(location, sku), id, write), write);
  }
}
