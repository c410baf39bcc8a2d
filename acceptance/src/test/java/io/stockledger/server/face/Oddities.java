package io.stockledger.server.face;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Values that nobody should send, and everybody does in the end. */
final class Oddities {
  private static final List<String> JSON_VALUES =
      List.of(
          "0",
          "-1",
          "1",
          "1.5",
          "1.0",
          "1e3",
          "-0",
          "1000000000000",
          "1000000000001",
          "1000000000000000",
          "9007199254740992",
          "9223372036854775807",
          "9223372036854775808",
          "1e30",
          "1" + "0".repeat(30),
          "1" + "0".repeat(99),
          "1e400",
          "1e999999999",
          "-1e-999999999",
          "null",
          "true",
          "false",
          "\"\"",
          "\" \"",
          "\"1\"",
          "\"x\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\udc00a\"",
          "\"\\ud83d\\ude00\"",
          "\"ä/ß%2F..\"",
          "\".\"",
          "\"..\"",
          "\"'; drop table on_hand; --\"",
          "\"%00\"",
          "\"" + "y".repeat(5_000) + "\"",
          "\"2026-02-30T00:00:00Z\"",
          "\"2026-11-23\"",
          "\"2026-11-23T10:00:00\"",
          "\"9999-12-31T23:59:59Z\"",
          "\"-999999999-01-01T00:00:00+18:00\"",
          "\"+1000000000-01-01T00:00:00Z\"",
          "\"PT0S\"",
          "\"PT-1S\"",
          "\"P1Y\"",
          "\"PT99999999999999999H\"",
          "\"PT1E3S\"",
          "[]",
          "[null]",
          "[[]]",
          "[1,\"a\",{}]",
          "{}",
          "{\"a\":1}",
          "{\"\":null}",
          "{\"type\":\"order\",\"id\":null}");

  private static final List<String> TEXTS =
      List.of(
          "",
          "0",
          "-1",
          "1.5",
          "1e3",
          "999999999999999999",
          "9223372036854775807",
          "1000000000000001",
          "null",
          "true",
          "%00",
          "%E2%98%83",
          "%FF",
          "a%2Fb",
          "a%0Ab",
          "%",
          "..",
          ".",
          "a;b=c",
          "%27%20or%201=1--",
          "y".repeat(65),
          "y".repeat(3_000),
          "2026-11-23T10:00:00Z",
          "2026-11-23T10:00:00%2B25:00",
          "-1000000000-01-01T00:00:00Z",
          "bm90LWEtY3Vyc29y",
          "YQpi",
          "YQpiCmM",
          "OTk5OTk5OTk5OTk5OTk5OTk5OTk5");

  private static final List<String> SEGMENTS =
      List.of(
          ".",
          "..",
          "%2E%2E",
          "a%2Fb",
          "a%5Cb",
          "%00",
          "%0d%0a",
          "%E2%98%83",
          "%FF%FE",
          "a;v=1",
          "a%3Bb",
          "a%25b",
          "%20",
          "a+b",
          "a,b",
          "a:b",
          "*",
          "y".repeat(64),
          "y".repeat(65),
          "y".repeat(4_000));

  private static final List<String> HEADERS =
      List.of(
          "",
          " ",
          "0",
          "-1",
          "1.5",
          "\"",
          "\"\"",
          "\"1",
          "W/\"1\"",
          "*",
          "99999999999999999",
          "9999999999999999",
          "a b",
          "a,b",
          "\u00e4\u00df",
          "null",
          "x".repeat(256),
          "x".repeat(2_000),
          "\"1\", \"2\"",
          "text/html;q=bad",
          "application/json;charset=nonsense",
          "application/;",
          "/");

  private static final List<String> BODIES =
      List.of(
          "",
          " ",
          "null",
          "[]",
          "{}",
          "\"text\"",
          "7",
          "true",
          "{",
          "}",
          "{\"quantity\":1",
          "{\"quantity\":1}}",
          "{\"quantity\":1} {\"quantity\":2}",
          "{quantity:1}",
          "{'quantity':1}",
          "{\"quantity\":01}",
          "{\"quantity\":+1}",
          "{\"quantity\":NaN}",
          "{\"quantity\":Infinity}",
          "{\"quantity\":1,}",
          "{\"quantity\":1,\"quantity\":2}",
          "{\"quantity\":1/*why*/}",
          "\ufeff{\"quantity\":1}",
          "[".repeat(2_000),
          "{\"a\":".repeat(500) + "1" + "}".repeat(500),
          "{\"note\":\"" + "\\u0000" + "\"}",
          "{\"note\":\"a\nb\"}",
          "<quantity>1</quantity>",
          "quantity=1",
          "{\"quantity\":" + "9".repeat(2_000) + "}");

  private final Random chance;

  Oddities(Random chance) {
    this.chance = chance;
  }

  String jsonValue() {
    return one(JSON_VALUES);
  }

  /** For a parameter, encoded. */
  String text() {
    return one(TEXTS);
  }

  /** For a path, encoded or worse. */
  String segment() {
    return one(SEGMENTS);
  }

  String header() {
    return one(HEADERS);
  }

  byte[] body() {
    if (chance.nextInt(12) == 0) {
      byte[] noise = new byte[chance.nextInt(1, 60)];
      chance.nextBytes(noise);
      return noise;
    }
    return one(BODIES).getBytes(StandardCharsets.UTF_8);
  }

  <T> T one(List<T> values) {
    return values.get(chance.nextInt(values.size()));
  }
}
