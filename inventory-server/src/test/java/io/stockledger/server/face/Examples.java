package io.stockledger.server.face;

import io.stockledger.server.face.Description.Operation;

/** A body without fault for every address that takes one. */
final class Examples {
  private Examples() {}

  static String bodyOf(Operation operation) {
    return operation.path().equals("/v1/reservations/release")
        ? "{\"location\":\"none\"}"
        : bodyOf(operation.path(), operation.method());
  }

  private static String bodyOf(String path, String method) {
    if (method.equals("GET")) {
      return "";
    }
    return switch (path.substring(path.lastIndexOf('/') + 1)) {
      case "receive", "pick", "return", "set-aside", "put-back", "reserve" -> "{\"quantity\":1}";
      case "adjust" -> "{\"quantity\":-1,\"reason\":\"DAMAGE\"}";
      case "count" -> "{\"counted\":{\"good\":1}}";
      case "condition" -> "{\"from\":\"good\",\"to\":\"damaged\",\"quantity\":1}";
      case "reverse" -> "{\"version\":1,\"reason\":\"CORRECTION\"}";
      case "release" -> path.startsWith("/v1/stock") ? "{\"reservationId\":\"none\"}" : "{}";
      case "extend" -> "{\"expiresIn\":\"PT1H\"}";
      case "change", "reservations" ->
          "{\"lines\":[{\"location\":\"none\",\"sku\":\"none\",\"quantity\":1}]}";
      case "commands" ->
          "[{\"type\":\"receive\",\"location\":\"none\",\"sku\":\"none\",\"quantity\":1}]";
      case "confirm", "revoke", "rotate", "rebuilds", "retire", "reinstate" -> "{}";
      case "aliases", "remove" -> "{\"source\":\"none\",\"id\":\"none\"}";
      case "heartbeat" -> "{\"source\":\"none\"}";
      case "availability" -> "{\"skus\":[\"none\"]}";
      case "credentials" -> "{\"client\":\"example\",\"roles\":[\"auditor\"]}";
      case "{id}" -> "{\"name\":\"N\",\"kind\":\"store\",\"timeZone\":\"Europe/Vienna\"}";
      case "{sku}" -> "{\"name\":\"N\"}";
      default -> throw new IllegalArgumentException("no example for " + method + " " + path);
    };
  }
}
