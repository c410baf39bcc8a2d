package io.stockledger.outgoing.webhook;

import java.time.Instant;

/**
 * Something to be delivered.
 *
 * @param number position of the entry, or id of the change
 * @param lane messages of one lane are delivered one after the other
 * @param body the very bytes to send, UTF-8
 */
record Message(
    Source source, long number, String lane, String type, String body, Instant happenedAt) {
  /** Where messages come from. */
  enum Source {
    CHANGE("change"),
    ENTRY("entry");

    private final String word;

    Source(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    static Source ofWord(String word) {
      return word.equals(CHANGE.word) ? CHANGE : ENTRY;
    }
  }

  /** The {@code webhook-id}: the same however often it is sent, also when it is replayed. */
  String id(String webhook) {
    return id(webhook, source, number);
  }

  static String id(String webhook, Source source, long number) {
    return "msg_" + webhook + "-" + source.word() + "-" + number;
  }
}
