package io.stockledger.server.stock;

import io.stockledger.api.stock.ItemId;
import io.stockledger.server.http.Write;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import io.stockledger.server.write.AnswersWith;
import io.stockledger.server.write.ItemRequest;
import io.stockledger.server.write.TotalAnswer;
import io.stockledger.server.write.WriteAnswer;
import io.stockledger.server.write.WriteGateway;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Everything that is asked of one stock item. */
@RestController
@AnswersWith(value = WriteAnswer.class, takesVersion = true)
@RequestMapping(
    path = "/v1/stock/{location}/{sku}",
    consumes = MediaType.APPLICATION_JSON_VALUE,
    produces = MediaType.APPLICATION_JSON_VALUE)
class StockController {
  private final WriteGateway writes;

  StockController(WriteGateway writes) {
    this.writes = writes;
  }

  @PostMapping("/receive")
  @Requires(Scope.RECEIVE)
  ResponseEntity<byte[]> receive(
      @PathVariable String location,
      @PathVariable String sku,
      @RequestBody ReceiveRequest body,
      Write write) {
    return send(location, sku, body, write);
  }

  @PostMapping("/pick")
  @Requires(Scope.PICK)
  ResponseEntity<byte[]> pick(
      @PathVariable String location,
      @PathVariable String sku,
      @RequestBody PickRequest body,
      Write write) {
    return send(location, sku, body, write);
  }

  @PostMapping("/adjust")
  @Requires(Scope.ADJUST)
  ResponseEntity<byte[]> adjust(
      @PathVariable String location,
      @PathVariable String sku,
      @RequestBody AdjustRequest body,
      Write write) {
    return send(location, sku, body, write);
  }

  @PostMapping("/count")
  @Requires(Scope.COUNT)
  ResponseEntity<byte[]> count(
      @PathVariable String location,
      @PathVariable String sku,
      @RequestBody CountRequest body,
      Write write) {
    return send(location, sku, body, write);
  }

  @PostMapping("/sync")
  @Requires(Scope.SYNC)
  @AnswersWith(value = TotalAnswer.class, takesVersion = true)
  ResponseEntity<byte[]> sync(
      @PathVariable String location,
      @PathVariable String sku,
      @RequestBody SyncRequest body,
      Write write) {
    return send(location, sku, body, write);
  }

  @PutMapping("/low-stock")
  @Requires(Scope.THRESHOLD)
  ResponseEntity<byte[]> lowStock(
      @PathVariable String location,
      @PathVariable String sku,
      @RequestBody LowStockRequest body,
      Write write) {
    return send(location, sku, body, write);
  }

  @PostMapping("/return")
  @Requires(Scope.RETURN)
  ResponseEntity<byte[]> returned(
      @PathVariable String location,
      @PathVariable String sku,
      @RequestBody ReturnRequest body,
      Write write) {
    return send(location, sku, body, write);
  }

  @PostMapping("/condition")
  @Requires(Scope.CONDITION)
  ResponseEntity<byte[]> condition(
      @PathVariable String location,
      @PathVariable String sku,
      @RequestBody ConditionRequest body,
      Write write) {
    return send(location, sku, body, write);
  }

  @PostMapping("/set-aside")
  @Requires(Scope.SET_ASIDE)
  ResponseEntity<byte[]> setAside(
      @PathVariable String location,
      @PathVariable String sku,
      @RequestBody SetAsideRequest body,
      Write write) {
    return send(location, sku, body, write);
  }

  @PostMapping("/put-back")
  @Requires(Scope.PUT_BACK)
  ResponseEntity<byte[]> putBack(
      @PathVariable String location,
      @PathVariable String sku,
      @RequestBody PutBackRequest body,
      Write write) {
    return send(location, sku, body, write);
  }

  @PostMapping("/reverse")
  @Requires(Scope.REVERSE)
  ResponseEntity<byte[]> reverse(
      @PathVariable String location,
      @PathVariable String sku,
      @RequestBody ReverseRequest body,
      Write write) {
    return send(location, sku, body, write);
  }

  @PostMapping("/reserve")
  @Requires(Scope.RESERVE)
  @AnswersWith(value = WriteAnswer.class, creates = true, takesVersion = true)
  ResponseEntity<byte[]> reserve(
      @PathVariable String location,
      @PathVariable String sku,
      @RequestBody ReserveRequest body,
      Write write) {
    return send(location, sku, body, write);
  }

  @PostMapping("/release")
  @Requires(Scope.RELEASE)
  ResponseEntity<byte[]> release(
      @PathVariable String location,
      @PathVariable String sku,
      @RequestBody ReleaseRequest body,
      Write write) {
    return send(location, sku, body, write);
  }

  private ResponseEntity<byte[]> send(String location, String sku, ItemRequest body, Write write) {
    return writes.send(body.command(new ItemId(location, sku), write), write);
  }
}
