package io.stockledger.server.face;

import io.stockledger.server.face.Description.Operation;

/** A body without fault for every address that takes one. */
final class Examples {
  private Examples() {}

  static String bodyOf(Operation operation) {
    return switch (operation.path()) {
      case "/v1/reservations/release" -> "{\"location\":\"none\"}";
      case "/v1/transfers/{id}/receive" -> "{}";
      case "/v1/webhooks/{id}" ->
          operation.method().equals("PUT")
              ? "{\"url\":\"https://127.0.0.1/\",\"channels\":[\"none\"]}"
              : "";
      case "/v1/channels/{channel}/rules/{rule}" ->
          operation.method().equals("PUT") ? "{\"listingCap\":5}" : "";
      case "/v1/switches/{id}/return" -> "{}";
      case "/v1/switches/triggers/{id}" ->
          !operation.method().equals("PUT")
              ? ""
              : "{\"condition\":\"refusals-per-minute\",\"threshold\":50,\"scope\":{},"
                  + "\"level\":\"soft\"}";
      default -> bodyOf(operation.path(), operation.method());
    };
  }

  private static String bodyOf(String path, String method) {
    if (method.equals("GET") || method.equals("DELETE")) {
      return "";
    }
    if (path.equals("/v1/inbound/{id}/receive")) {
      return "{\"lines\":[{\"line\":\"1\",\"quantity\":1}]}";
    }
    return switch (path.substring(path.lastIndexOf('/') + 1)) {
      case "inbound" ->
          "{\"kind\":\"asn\",\"vendor\":\"none\",\"location\":\"none\",\"expectedBy\":\"2031-01-01\","
              + "\"lines\":[{\"sku\":\"none\",\"quantity\":1}]}";
      case "revise" -> "{\"lines\":[{\"line\":\"1\",\"quantity\":1}]}";
      case "receive", "pick", "return", "set-aside", "put-back", "reserve" -> "{\"quantity\":1}";
      case "adjust" -> "{\"quantity\":-1,\"reason\":\"DAMAGE\"}";
      case "count" -> "{\"counted\":{\"good\":1}}";
      case "sync" -> "{\"source\":\"WMS\",\"sequence\":1,\"quantity\":1}";
      case "{rule}" -> "{\"location\":\"none\",\"low\":3}";
      case "low-stock" -> "{\"low\":3}";
      case "condition" -> "{\"from\":\"good\",\"to\":\"damaged\",\"quantity\":1}";
      case "reverse" -> "{\"version\":1,\"reason\":\"CORRECTION\"}";
      case "release" -> path.startsWith("/v1/stock") ? "{\"reservationId\":\"none\"}" : "{}";
      case "extend" -> "{\"expiresIn\":\"PT1H\"}";
      case "change", "reservations" ->
          "{\"lines\":[{\"location\":\"none\",\"sku\":\"none\",\"quantity\":1}]}";
      case "transfers" ->
          "{\"from\":\"none\",\"to\":\"nowhere\",\"lines\":[{\"sku\":\"none\",\"quantity\":1}]}";
      case "dispatch", "cancel", "close" -> "{}";
      case "commands" ->
          "[{\"type\":\"receive\",\"location\":\"none\",\"sku\":\"none\",\"quantity\":1}]";

      case "discrepancies" -> "{}";
      case "resolve" -> "{\"reason\":\"THEFT\"}";
      case "batches" ->
          "{\"lines\":[{\"sequence\":1,\"type\":\"pick\",\"location\":\"none\",\"sku\":\"none\","
              + "\"quantity\":1,\"occurredAt\":\"2026-11-01T00:00:00Z\"}]}";
      case "previews" -> "{\"rule\":\"none\",\"draft\":{\"listingCap\":1},\"days\":1}";
      case "shadow-figures" ->
          "{\"items\":[{\"location\":\"none\",\"sku\":\"none\",\"sellable\":1}]}";
      case "confirm", "revoke", "rotate", "rebuilds", "retire", "reinstate" -> "{}";
      case "aliases", "remove" -> "{\"source\":\"none\",\"id\":\"none\"}";
      case "heartbeat" -> "{\"source\":\"none\"}";
      case "serve" -> "{\"lines\":[{\"sku\":\"none\",\"quantity\":1}]}";
      case "availability" -> "{\"skus\":[\"none\"]}";
      case "webhooks" -> "{\"url\":\"https://127.0.0.1/\",\"channels\":[\"none\"]}";
      case "replay" -> "{\"afterPosition\":0}";
      case "pause", "resume", "test", "retry" -> "{}";
      case "credentials" -> "{\"client\":\"example\",\"roles\":[\"auditor\"]}";
      case "{channel}" -> "{\"name\":\"C\"}";
      case "switches" -> "{\"scope\":{},\"level\":\"soft\",\"why\":\"an example\"}";
      case "{id}" -> "{\"name\":\"N\",\"kind\":\"store\",\"timeZone\":\"Europe/Vienna\"}";
      case "{sku}" -> "{\"name\":\"N\"}";
      default -> throw new IllegalArgumentException("no example for " + method + " " + path);
    };
  }
}
