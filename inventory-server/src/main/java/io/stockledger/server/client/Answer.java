package io.stockledger.server.client;

import tools.jackson.databind.JsonNode;

/**
 * What the ledger answered.
 *
 * @param text the body as it came
 * @param body the same, parsed; an empty object where there was none
 * @param replayed the ledger had answered this key before and says the same again
 * @param position where the ledger stood, 0 where the answer does not say
 */
public record Answer(int status, String text, JsonNode body, boolean replayed, long position) {
  public boolean accepted() {
    return status >= 200 && status < 300;
  }

  /** A decision of the ledger, made and remembered, against the request. */
  public boolean refused() {
    return status == 404 || status == 409 || status == 412;
  }

  /** The last part of the problem's type, such as {@code insufficient-stock}; empty without one. */
  public String problem() {
    String type = body.path("type").asString("");
    return type.substring(type.lastIndexOf('/') + 1);
  }
}
