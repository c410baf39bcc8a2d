package io.stockledger.server.write;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The answers to a batch's elements as one document. */
public final class ElementAnswers {
  private static final int ROOM_FOR_EACH = 512;

  private ElementAnswers() {}

  /**
   * All of them, in order.
   *
   * @param position where the ledger was when the last of them was decided
   */
  public static byte[] document(List<ElementAnswer> answers, long position) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(answers.size() * ROOM_FOR_EACH + 64);
    write("{\"items\":", out);
    list(answers, out);
    write(",\"position\":" + position + "}", out);
    return out.toByteArray();
  }

  /** An array with them as one more member of an object that has some. */
  static byte[] within(byte[] object, String member, List<ElementAnswer> answers) {
    ByteArrayOutputStream out =
        new ByteArrayOutputStream(object.length + answers.size() * ROOM_FOR_EACH);
    out.write(object, 0, object.length - 1);
    write(",\"" + member + "\":", out);
    list(answers, out);
    out.write('}');
    return out.toByteArray();
  }

  private static void list(List<ElementAnswer> answers, ByteArrayOutputStream out) {
    out.write('[');
    for (int i = 0; i < answers.size(); i++) {
      if (i > 0) {
        out.write(',');
      }
      answers.get(i).writeTo(out);
    }
    out.write(']');
  }

  private static void write(String text, ByteArrayOutputStream out) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
