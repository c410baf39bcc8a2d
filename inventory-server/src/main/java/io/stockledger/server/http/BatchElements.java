package io.stockledger.server.http;

import io.stockledger.server.http.Batch.Element;
import io.stockledger.server.problem.Faults;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The elements of a batch's body: of one JSON array, or one to a line. */
final class BatchElements {
  private BatchElements() {}

  /** A body that is no array of the right size is one fault; there are no elements then. */
  static List<Element> ofArray(byte[] body, Faults faults) {
    JsonNode array = StrictJson.parse(body, faults);
    if (array == null) {
      return List.of();
    }
    if (!array.isArray()) {
      faults.add("body", "must be an array of commands", null);
      return List.of();
    }
    List<Element> elements = new ArrayList<>(Math.min(array.size(), Batch.MOST));
    if (hasSize(array.size(), faults)) {
      array.forEach(json -> elements.add(new Element(json, null, RequestHash.ofElement(json))));
    }
    return elements;
  }

  /** A line that is not JSON is the fault of its element; blank lines are none. */
  static List<Element> ofLines(byte[] body, Faults faults) {
    List<Element> elements = new ArrayList<>();
    int lines = 0;
    int start = 0;
    while (start < body.length) {
      int end = start;
      while (end < body.length && body[end] != '\n') {
        end++;
      }
      if (!isBlank(body, start, end) && lines++ < Batch.MOST) {
        elements.add(ofLine(body, start, end - start));
      }
      start = end + 1;
    }
    return hasSize(lines, faults) ? elements : List.of();
  }

  private static boolean hasSize(int size, Faults faults) {
    if (size >= 1 && size <= Batch.MOST) {
      return true;
    }
    faults.add("body", "must hold 1 to " + Batch.MOST + " commands", size);
    return false;
  }

  private static boolean isBlank(byte[] body, int start, int end) {
    for (int i = start; i < end; i++) {
      if (body[i] != ' ' && body[i] != '\t' && body[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  private static Element ofLine(byte[] body, int start, int length) {
    try {
      JsonNode json = StrictJson.parse(body, start, length);
      return new Element(json, null, RequestHash.ofElement(json));
    } catch (JacksonException e) {
      String text = new String(body, start, length, StandardCharsets.UTF_8);
      return new Element(
          null,
          "is not the JSON that is taken: " + e.getOriginalMessage(),
          RequestHash.ofText(text));
    }
  }
}
