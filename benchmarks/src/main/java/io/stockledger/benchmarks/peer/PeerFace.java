package io.stockledger.benchmarks.peer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The part of the product's HTTP face that peers have, so that the same load can be put on them.
 */
@RestController
@RequestMapping("/v1/stock/{location}/{sku}")
class PeerFace {
  private final PeerStock stock;

  PeerFace(PeerStock stock) {
    this.stock = stock;
  }

  record QuantityBody(@JsonProperty(required = true) long quantity) {}

  @PostMapping("/reserve")
  ResponseEntity<byte[]> reserve(
      @PathVariable String location,
      @PathVariable String sku,
      @RequestAttribute(KeyFilter.CLIENT) String client,
      @RequestHeader("Idempotency-Key") String key,
      @RequestBody QuantityBody body)
      throws SQLException, InterruptedException {
    byte[] hash = hash(location + "/" + sku + "/reserve?" + body.quantity());
    return json(
        stock.reserve(new PeerStock.Reserve(location, sku, body.quantity(), client, key, hash)));
  }

  @PostMapping("/receive")
  ResponseEntity<byte[]> receive(
      @PathVariable String location, @PathVariable String sku, @RequestBody QuantityBody body)
      throws SQLException, InterruptedException {
    return json(stock.receive(location, sku, body.quantity()));
  }

  @GetMapping
  ResponseEntity<byte[]> figures(@PathVariable String location, @PathVariable String sku)
      throws SQLException {
    return json(stock.figures(location, sku));
  }

  private static ResponseEntity<byte[]> json(Answered answered) {
    return ResponseEntity.status(answered.status())
        .contentType(MediaType.APPLICATION_JSON)
        .body(answered.body().getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] hash(String request) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(request.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
