package io.stockledger.benchmarks.peer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The same server behind the same authentication: binds the request, does nothing, and answers
 * bytes of the same size as the product does. What HTTP alone allows.
 */
@RestController
class NoOp {
  static final String NAME = "no-op";

  private static final byte[] WRITTEN =
      bytes(
          """
          {"location":"BENCH","sku":"ITEM-0000001","version":2,"position":10002,\
          "recordedAt":"2026-01-01T00:00:00.000001Z","events":["stock.reserved"],\
          "reservationId":"01890a5d-ac96-774b-bcce-b302099a8057","figures":{"onHand":1000000,\
          "good":1000000,"damaged":0,"quarantine":0,"nonSellable":0,"reserved":1,"pending":0,\
          "allocated":1,"setAside":0,"available":999999,"inTransit":0,"expected":0,\
          "backordered":0,"shortfall":0}}""");

  private static final byte[] ONE =
      bytes(
          """
          {"channel":"default","sku":"ITEM-0000001","state":"in-stock","sellable":999999,\
          "pickup":true,"confidence":0.76,"locations":[{"location":"BENCH","state":"in-stock",\
          "why":"band","sellable":999999,"pickup":true,"confidence":0.76,"rule":"default",\
          "version":2,"position":10002,"detail":{"pickupFailed":[],"confidence":{"freshness":1.0,\
          "countAge":0.8,"countAccuracy":0.95,"discrepancies":1.0},"freshness":"on-time",\
          "sources":[]}}],"channelVersion":0,"position":20001,\
          "asOf":"2026-01-01T00:00:00.000001Z"}""");

  private static final String LINE =
      """
      {"sku":"ITEM-0000001","location":"BENCH","state":"in-stock","why":"band",\
      "sellable":999999,"pickup":true,"confidence":0.76,"rule":"default","version":2,\
      "position":10002}""";

  record Reserve(@JsonProperty(required = true) long quantity) {}

  record Many(List<String> skus, List<String> locations) {}

  @PostMapping("/v1/stock/{location}/{sku}/reserve")
  ResponseEntity<byte[]> reserve(
      @PathVariable String location,
      @PathVariable String sku,
      @RequestHeader("Idempotency-Key") String key,
      @RequestBody Reserve body) {
    return json(201, WRITTEN);
  }

  @GetMapping("/v1/channels/{channel}/availability/{sku}")
  ResponseEntity<byte[]> one(
      @PathVariable String channel, @PathVariable String sku, @RequestParam String location) {
    return json(200, ONE);
  }

  @PostMapping("/v1/channels/{channel}/availability")
  ResponseEntity<byte[]> many(@PathVariable String channel, @RequestBody Many body) {
    String lines = (LINE + ",").repeat(body.skus().size() * body.locations().size());
    return json(
        200,
        bytes(
            "{\"channel\":\"default\",\"items\":["
                + lines.substring(0, lines.length() - 1)
                + "],\"channelVersion\":0,\"position\":20001,\"asOf\":\"2026-01-01T00:00:00.000001Z\"}"));
  }

  private static ResponseEntity<byte[]> json(int status, byte[] body) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .header("Ledger-Position", "20001")
        .eTag("\"0123456789abcdef\"")
        .body(body);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
