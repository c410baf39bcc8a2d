package io.stockledger.server.client;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One request to the ledger.
 *
 * @param method GET, POST or PUT
 * @param path with query, from {@code /v1} on
 * @param idempotencyKey of a write, absent for a read
 * @param body of a write
 * @param bearer the key of the credential that sends it
 * @param minPosition a read answers from at least this position, 0 for as it is
 */
public record Call(
    String method,
    String path,
    @Nullable String idempotencyKey,
    @Nullable JsonNode body,
    String bearer,
    long minPosition) {

  public static Call get(String path, String bearer) {
    return new Call("GET", path, null, null, bearer, 0);
  }

  public static Call post(String path, String idempotencyKey, JsonNode body, String bearer) {
    return new Call("POST", path, idempotencyKey, body, bearer, 0);
  }

  public static Call put(String path, String idempotencyKey, JsonNode body, String bearer) {
    return new Call("PUT", path, idempotencyKey, body, bearer, 0);
  }

  public Call atLeast(long position) {
    return new Call(method, path, idempotencyKey, body, bearer, position);
  }
}
