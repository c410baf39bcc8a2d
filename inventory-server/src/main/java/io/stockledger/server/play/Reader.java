package io.stockledger.server.play;

import io.stockledger.server.client.Answer;
import io.stockledger.server.client.Call;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Reads with an auditor's eyes, never older than what was answered last. */
final class Reader {
  static final int PAGE = 1_000;

  private final Desk desk;

  Reader(Desk desk) {
    this.desk = desk;
  }

  /**
   * @throws IllegalStateException when there is no answer to it
   */
  Answer read(String path) {
    Call call =
        Call.get(path, desk.bearer(Client.AUDITOR)).atLeast(desk.ledger().highestPosition());
    Answer answer = desk.ledger().send(call);
    if (!answer.accepted()) {
      throw new IllegalStateException(path + ": " + answer.status() + " " + answer.text());
    }
    return answer;
  }

  /**
   * Reads a list to its end.
   *
   * @param path with a question mark in it
   */
  void readAll(String path, Consumer<JsonNode> row) {
    String cursor = "";
    while (true) {
      Answer page = read(path + cursor);
      page.body().path("items").forEach(row);
      if (!page.body().has("next")) {
        return;
      }
      cursor = "&cursor=" + page.body().path("next").asString();
    }
  }

  /** Reads the ledger from a position on to its end. */
  void readLedger(long after, Consumer<JsonNode> entry) {
    long position = after;
    while (true) {
      Answer page = read("/v1/ledger?after=" + position + "&limit=" + PAGE);
      for (JsonNode item : page.body().path("items")) {
        position = item.path("position").asLong();
        entry.accept(item);
      }
      if (page.body().path("items").isEmpty() || !page.body().has("next")) {
        return;
      }
    }
  }
}
