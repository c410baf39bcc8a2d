package io.stockledger.outgoing.stream;

import io.stockledger.outgoing.change.LoggedChange;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** The text of an event stream. */
final class Frames {
  private static final byte[] END = "\n\n".getBytes(StandardCharsets.UTF_8);

  private final JsonMapper json;

  Frames(JsonMapper json) {
    this.json = json;
  }

  byte[] change(LoggedChange change) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream(512);
    frame.writeBytes(bytes("event: availability\nid: " + change.id() + "\ndata: "));
    frame.writeBytes(json.writeValueAsBytes(change)); // JSON of one line
    frame.writeBytes(END);
    return frame.toByteArray();
  }

  /** The first word: from where on it follows, and how soon to come again. */
  byte[] following(long after) {
    return bytes(
        "retry: 1000\nevent: following\nid: " + after + "\ndata: {\"after\":" + after + "}\n\n");
  }

  /** A comment, and with it where the stream is: so who is told little can resume all the same. */
  byte[] alive(long after) {
    return bytes(": alive\nid: " + after + "\n\n");
  }

  /** The last word, and where to resume. */
  byte[] ended(String why, long after) {
    return bytes("event: " + why + "\nid: " + after + "\ndata: {\"after\":" + after + "}\n\n");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
