package io.stockledger.server.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stockledger.command.reservation.WhenReservationDueThenExpire;
import io.stockledger.server.journey.RunningServer.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reservations of many lines over HTTP: the register, the items and the tables stay one. */
class ManyLinesTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final String id = "R-" + UUID.randomUUID();
  private Shelf one;
  private Shelf two;

  /** The position of the last write: what is read is at least that new. */
  private long last;

  @BeforeEach
  void twoShelves() throws Exception {
    one = Shelf.fresh().with(5);
    two = one.elsewhere().with(5);
  }

  @AfterEach
  void registerItemsAndTablesAgree() throws Exception {
    JsonNode card = read("/v1/reservations/" + id).body();
    JsonNode claim = claimed(card);
    assertThat(claim.path("lines").size()).isEqualTo(card.path("lines").size());
    for (Shelf shelf : List.of(one, two)) {
      long open = open(card, shelf);
      assertThat(open).isEqualTo(open(claim, shelf));
      assertThat(open).isEqualTo(reserved(shelf));
      JsonNode listed = read(shelf.item()).body().path("reservations");
      assertThat(listed.valueStream().mapToLong(r -> r.path("open").asLong()).sum())
          .isEqualTo(open);
    }
  }

  /**
   * What the register holds: the answer to a release that is only tried comes from it. It says of
   * each line what would be released; that is what is open.
   */
  private JsonNode claimed(JsonNode card) throws Exception {
    Said tried = reservation("/release?dryRun=true", "{}");
    if (!card.path("state").asString().matches("pending|allocated")) {
      assertThat(tried.status()).isEqualTo(409);
      assertThat(tried.body().path("state").asString(card.path("state").asString()))
          .isEqualTo(card.path("state").asString());
      return card;
    }
    assertThat(tried.status()).as(tried.whole().body()).isEqualTo(200);
    JsonNode claim = tried.body().deepCopy();
    for (JsonNode line : claim.path("lines")) {
      ((ObjectNode) line).put("open", line.path("released").asLong() - released(card, line));
    }
    return claim;
  }

  private static long released(JsonNode card, JsonNode line) {
    return card.path("lines")
        .valueStream()
        .filter(
            l ->
                l.path("line").equals(line.path("line"))
                    && l.path("location").equals(line.path("location")))
        .mapToLong(l -> l.path("released").asLong())
        .sum();
  }

  private static long open(JsonNode card, Shelf shelf) {
    return card.path("lines")
        .valueStream()
        .filter(l -> l.path("location").asString().equals(shelf.location()))
        .mapToLong(l -> l.path("open").asLong())
        .sum();
  }

  private Said read(String path) throws Exception {
    return one.get(path, last);
  }

  private long reserved(Shelf shelf) throws Exception {
    return read(shelf.item()).body().at("/figures/reserved").asLong();
  }

  private Said noted(Said said) {
    String position = said.header("Ledger-Position");
    last = position == null ? last : Math.max(last, Long.parseLong(position));
    return said;
  }

  private Said reserve(String more, String... lines) throws Exception {
    return noted(
        one.server()
            .write(
                one.key(),
                "POST",
                "/v1/reservations",
                "{\"reservationId\":\"%s\"%s,\"lines\":[%s]}"
                    .formatted(id, more, String.join(",", lines))));
  }

  private Said reservation(String verb, String body) throws Exception {
    return noted(one.server().write(one.key(), "POST", "/v1/reservations/" + id + verb, body));
  }

  private String line(String name, Shelf shelf, long quantity) {
    return "{\"line\":\"%s\",\"location\":\"%s\",\"sku\":\"%s\",\"quantity\":%d}"
        .formatted(name, shelf.location(), shelf.sku(), quantity);
  }

  private String anywhere(String name, long quantity, boolean split) {
    return "{\"line\":\"%s\",\"locations\":[\"%s\",\"%s\"],\"sku\":\"%s\",\"quantity\":%d,\"split\":%b}"
        .formatted(name, one.location(), two.location(), one.sku(), quantity, split);
  }

  @Test
  void all_lines_are_promised_or_none() throws Exception {
    Said refused = reserve("", line("a", one, 3), line("b", two, 6));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("/problems/lines-refused");
    assertThat(reserved(one)).isZero();
    Said made = reserve("", line("a", one, 3), line("b", two, 5));
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.body().path("entries").size()).isEqualTo(2);
    assertThat(reserve("", line("a", one, 1)).problem()).isEqualTo("/problems/duplicate-id");
  }

  @Test
  void a_line_goes_to_the_first_candidate_that_has_it_all_or_is_split() throws Exception {
    Said made = reserve("", line("a", one, 3), anywhere("b", 4, false));
    assertThat(made.status()).as(made.whole().body()).isEqualTo(201);
    assertThat(reserved(one)).isEqualTo(3);
    assertThat(reserved(two)).isEqualTo(4);
    assertThat(reservation("/change", "{\"lines\":[" + anywhere("b", 8, true) + "]}").status())
        .isEqualTo(200);
    assertThat(reserved(one)).isEqualTo(5);
    assertThat(reserved(two)).isEqualTo(3);
  }

  @Test
  void what_is_there_is_granted_when_that_is_accepted() throws Exception {
    Said made = reserve(",\"accept\":\"available\"", line("a", one, 9), line("b", two, 2));
    assertThat(made.status()).isEqualTo(201);
    JsonNode first = made.body().path("lines").get(0);
    assertThat(first.path("requested").asLong()).isEqualTo(9);
    assertThat(first.path("quantity").asLong()).isEqualTo(5);
  }

  @Test
  void a_change_moves_lines_from_one_item_to_another() throws Exception {
    reserve("", line("a", one, 3), line("b", one, 2));
    Said moved =
        reservation(
            "/change", "{\"lines\":[%s,%s]}".formatted(line("a", one, 1), line("b", two, 5)));
    assertThat(moved.status()).as(moved.whole().body()).isEqualTo(200);
    assertThat(reserved(one)).isEqualTo(1);
    assertThat(reserved(two)).isEqualTo(5);
    Said picked = reservation("/pick", "{\"lines\":[{\"line\":\"b\",\"quantity\":2}]}");
    assertThat(picked.status()).as(picked.whole().body()).isEqualTo(200);
    assertThat(reserved(two)).isEqualTo(3);
  }

  @Test
  void many_lines_run_out_together_and_that_is_recorded_within_a_moment() throws Exception {
    Said made = reserve(",\"expiresIn\":\"PT1S\"", line("a", one, 3), line("b", two, 2));
    Instant expiresAt = Instant.parse(made.body().path("expiresAt").asString());
    for (Shelf shelf : List.of(one, two)) {
      await().atMost(PATIENCE).until(() -> lastType(shelf).equals("stock.reservations-expired"));
      Instant recorded = Instant.parse(shelf.history(0).last().path("recordedAt").asString());
      assertThat(Duration.between(expiresAt, recorded))
          .isBetween(Duration.ZERO, Duration.ofSeconds(3));
    }
    assertThat(reservation("/confirm", "{}").problem()).isEqualTo("/problems/reservation-expired");
  }

  @Test
  void a_decision_that_comes_before_the_record_of_an_expiry_makes_the_record() throws Exception {
    var sweeper = one.server().context().getBean(WhenReservationDueThenExpire.class);
    sweeper.stop();
    try {
      reserve(",\"expiresIn\":\"PT1S\"", line("a", one, 5), line("b", two, 2));
      await().atMost(PATIENCE).until(() -> reserved(one) == 0);
      assertThat(lastType(two)).isEqualTo("stock.reserved");
      Said picked = noted(one.post("/pick", "{\"quantity\":5}"));
      assertThat(picked.body().path("events").valueStream().map(JsonNode::asString))
          .containsExactly("stock.reservations-expired", "stock.picked");
      JsonNode card = read("/v1/reservations/" + id).body();
      assertThat(card.path("state").asString()).isEqualTo("expired");
      assertThat(open(card, two)).isZero();
    } finally {
      sweeper.start();
    }
    await().atMost(PATIENCE).until(() -> lastType(two).equals("stock.reservations-expired"));
  }

  @Test
  void everything_of_a_document_or_at_a_place_is_released_together() throws Exception {
    String document = ",\"reference\":{\"type\":\"order\",\"id\":\"" + id + "\"}";
    reserve(document, line("a", one, 3), line("b", two, 2));
    Said byDocument =
        noted(
            one.server()
                .write(
                    one.key(),
                    "POST",
                    "/v1/reservations/release",
                    "{" + document.substring(1) + "}"));
    assertThat(byDocument.status()).as(byDocument.whole().body()).isEqualTo(200);
    assertThat(reserved(two)).isZero();
    one.server()
        .write(
            one.key(),
            "POST",
            "/v1/reservations",
            "{\"lines\":[%s,%s]}".formatted(line("a", one, 4), line("b", two, 4)));
    Said byPlace =
        noted(
            one.server()
                .write(
                    one.key(),
                    "POST",
                    "/v1/reservations/release",
                    "{\"location\":\"" + one.location() + "\"}"));
    assertThat(byPlace.status()).as(byPlace.whole().body()).isEqualTo(200);
    assertThat(reserved(one)).isZero();
    assertThat(reserved(two)).isEqualTo(4);
    Said rest =
        one.server()
            .write(
                one.key(),
                "POST",
                "/v1/reservations/release",
                "{\"location\":\"" + two.location() + "\"}");
    assertThat(noted(rest).status()).isEqualTo(200);
  }

  private String lastType(Shelf shelf) throws Exception {
    return shelf.history(last).last().path("type").asString();
  }
}
