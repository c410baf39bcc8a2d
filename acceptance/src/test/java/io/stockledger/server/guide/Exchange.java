package io.stockledger.server.guide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request and the answer that a document says it gets: two fenced {@code http} blocks, one after
 * the other, the second beginning with {@code HTTP/1.1}.
 *
 * @param line of the document where the request stands, from 1
 * @param answerStart offset of the answer's text in the document
 * @param answerEnd offset behind it
 */
record Exchange(int line, Message request, Message answer, int answerStart, int answerEnd) {
  private static final Pattern BLOCK = Pattern.compile("(?m)^```http\\n(.*?)^```$", Pattern.DOTALL);

  /** A start line, headers, and a body, which may be empty. */
  record Message(String start, Map<String, String> headers, String body) {
    static Message parse(String text) {
      int end = text.indexOf("\n\n");
      String[] head = (end < 0 ? text.stripTrailing() : text.substring(0, end)).split("\n", -1);
      Map<String, String> headers = new LinkedHashMap<>();
      for (int i = 1; i < head.length; i++) {
        int colon = head[i].indexOf(':');
        headers.put(head[i].substring(0, colon), head[i].substring(colon + 1).strip());
      }
      return new Message(head[0], headers, end < 0 ? "" : text.substring(end + 2).stripTrailing());
    }
  }

  /**
   * @throws IllegalArgumentException when a request has no answer behind it
   */
  static List<Exchange> in(String document) {
    List<Exchange> exchanges = new ArrayList<>();
    Matcher block = BLOCK.matcher(document);
    while (block.find()) {
      int line = (int) document.substring(0, block.start()).lines().count() + 1;
      Message request = Message.parse(block.group(1));
      if (!block.find() || !block.group(1).startsWith("HTTP/1.1")) {
        throw new IllegalArgumentException("line " + line + ": a request without an answer");
      }
      exchanges.add(
          new Exchange(line, request, Message.parse(block.group(1)), block.start(1), block.end(1)));
    }
    return exchanges;
  }

  String method() {
    return request.start().substring(0, request.start().indexOf(' '));
  }

  String path() {
    return request.start().substring(request.start().indexOf(' ') + 1);
  }

  int status() {
    return Integer.parseInt(answer.start().split(" ", -1)[1]);
  }
}
