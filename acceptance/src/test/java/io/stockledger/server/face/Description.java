package io.stockledger.server.face;

import io.stockledger.server.journey.RunningServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The description of the face, as the server gives it out. */
record Description(JsonNode root) {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

  /** One method of one address. */
  record Operation(String method, String path, JsonNode node) {
    boolean isWrite() {
      return hasParameter("header", "Idempotency-Key");
    }

    boolean hasParameter(String in, String name) {
      return node.path("parameters")
          .valueStream()
          .anyMatch(
              p -> p.path("in").asString().equals(in) && p.path("name").asString().equals(name));
    }

    Set<String> statuses() {
      return Set.copyOf(node.path("responses").propertyNames());
    }

    boolean documents(int status) {
      return node.path("responses").has(Integer.toString(status));
    }

    String requestSchema() {
      return node.at("/requestBody/content/application~1json/schema/$ref").asString("");
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  static Description of(RunningServer server) throws Exception {
    return new Description(server.get(server.operatorKey(), "/v1/openapi.json").body());
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    root.path("paths")
        .forEachEntry(
            (path, methods) ->
                methods.forEachEntry(
                    (method, node) -> {
                      if (METHODS.contains(method)) {
                        operations.add(
                            new Operation(method.toUpperCase(java.util.Locale.ROOT), path, node));
                      }
                    }));
    return operations;
  }

  /** What a reference points at; itself where it is none. */
  JsonNode resolved(JsonNode schema) {
    String reference = schema.path("$ref").asString("");
    return reference.isEmpty() ? schema : root.at(reference.substring(1));
  }
}
