package io.stockledger.outgoing.webhook;

import java.time.Instant;
import java.util.Arrays;

/**
 * Something to be delivered.
 *
 * @param number position of the entry, id of the change, or id of the last change that is lost
 * @param lane messages of one lane are delivered one after the other
 * @param body the very bytes to send, UTF-8
 */
record Message(
    Source source, long number, String lane, String type, String body, Instant happenedAt) {
  /** Where messages come from. */
  enum Source {
    CHANGE("change"),
    ENTRY("entry"),
    /** Changes that were not kept for as long as it would have taken to tell them. */
    LOST("lost");

    private final String word;

    Source(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    static Source ofWord(String word) {
      return Arrays.stream(values())
          .filter(source -> source.word.equals(word))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no source of messages: " + word));
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
