package io.stockledger.server.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OnlineRetailFormatTest {
  private static final String HEADING = String.join(",", RetailLine.COLUMNS);

  private final OnlineRetailFormat format = new OnlineRetailFormat("W", "m");

  OnlineRetailFormatTest() {
    format.parse(1, HEADING);
  }

  @Test
  void a_sale_is_a_reservation_and_its_pick() {
    Parsed.Stock sale = stock("536365,85123A,HEART,6,2010-12-01 08:26:00,2.55,17850.0,UK");

    assertThat(sale.orders())
        .extracting(Parsed.Order::path)
        .containsExactly("/v1/stock/W/85123A/reserve", "/v1/reservations/m-2/pick");
    assertThat(sale.orders().getFirst().body().toString())
        .isEqualTo(
            "{\"occurredAt\":\"2010-12-01T08:26:00Z\",\"reference\":{\"type\":\"invoice\",\"id\":\"536365\"},"
                + "\"quantity\":6,\"reservationId\":\"m-2\"}");
  }

  @Test
  void a_line_of_a_cancelled_invoice_is_a_return() {
    Parsed.Order back = only("C536379,22632,WARMER,-1,2010-12-01 09:41:00,27.50,14527.0,UK");

    assertThat(back.path()).isEqualTo("/v1/stock/W/22632/return");
    assertThat(back.body().path("quantity").asLong()).isEqualTo(1);
  }

  @Test
  void a_line_at_price_zero_is_an_adjustment_with_the_sign_of_the_file() {
    Parsed.Order lost = only("536589,21777,damages,-10,2010-12-01 16:50:00,0.0,,UK");
    Parsed.Order found = only("536590,21777,Found,5,2010-12-01 16:50:00,0.0,,UK");

    assertThat(lost.body().path("quantity").asLong()).isEqualTo(-10);
    assertThat(lost.body().path("reason").asString()).isEqualTo("DAMAGE");
    assertThat(found.body().path("quantity").asLong()).isEqualTo(5);
    assertThat(found.body().path("reason").asString()).isEqualTo("FOUND");
  }

  @Test
  void an_adjustment_without_words_is_a_correction_without_a_note() {
    Parsed.Order adjust = only("536589,21777,,-10,2010-12-01 16:50:00,0.0,,UK");

    assertThat(adjust.body().path("reason").asString()).isEqualTo("CORRECTION");
    assertThat(adjust.body().has("note")).isFalse();
  }

  @Test
  void the_name_of_a_product_gives_no_reason() {
    Parsed.Order adjust = only("537534,1,LOST WORLD FOUND JAR,1,2010-12-01 16:50:00,0,,UK");

    assertThat(adjust.body().path("reason").asString()).isEqualTo("CORRECTION");
  }

  @Test
  void codes_that_differ_only_in_case_are_one_sku() {
    assertThat(stock("1,15056bl,X,1,2010-12-01 08:26:00,1,,UK").sku()).isEqualTo("15056BL");
  }

  @Test
  void service_codes_are_counted_apart_in_any_case() {
    for (String code : List.of("POST", "DOT", "m", "BANK CHARGES", "C2", "gift_0001_40", "S")) {
      assertThat(format.parse(2, "1," + code + ",X,1,2010-12-01 08:26:00,1,,UK"))
          .isInstanceOf(Parsed.Apart.class);
    }
  }

  @Test
  void quoted_commas_and_quotes_are_text() {
    Parsed.Stock sale = stock("1,22,\"TINS, \"\"BIG\"\"\",1,2010-12-01 08:26:00,1,,UK");

    assertThat(sale.name()).isEqualTo("TINS, \"BIG\"");
  }

  @Test
  void a_bad_line_says_what_is_wrong() {
    assertThat(bad("1,22,X,one,2010-12-01 08:26:00,1,,UK")).contains("Quantity", "one");
    assertThat(bad("1,22,X,0,2010-12-01 08:26:00,1,,UK")).contains("Quantity", "0");
    assertThat(bad("1,22,X,1,01/12/2010,1,,UK")).contains("InvoiceDate", "01/12/2010");
    assertThat(bad("1,22,X,1,2010-12-01 08:26:00,free,,UK")).contains("UnitPrice", "free");
    assertThat(bad("1,22,X,1,2010-12-01 08:26:00,-1,,UK")).contains("UnitPrice", "-1");
    assertThat(bad("1,2 2,X,1,2010-12-01 08:26:00,1,,UK")).contains("StockCode", "2 2");
    assertThat(bad("1,22,X,-1,2010-12-01 08:26:00,1,,UK")).contains("Quantity", "invoice 1");
    assertThat(bad("C1,22,X,1,2010-12-01 08:26:00,1,,UK")).contains("Quantity", "invoice C1");
    assertThat(bad("1,22,X,1")).contains("4 fields");
    assertThat(bad("1,22,\"X,1,2010-12-01 08:26:00,1,,UK")).contains("CSV");
  }

  @Test
  void a_file_of_another_format_is_not_begun() {
    assertThatThrownBy(() -> new OnlineRetailFormat("W", "m").parse(1, "a,b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("InvoiceNo");
  }

  @Test
  void opening_stock_is_the_deepest_point_of_the_running_sum_of_the_whole_file() {
    List<String> lines =
        List.of(
            HEADING,
            "1,22,X,4,2010-12-01 08:26:00,1,,UK",
            "C2,22,X,-3,2010-12-01 09:00:00,1,,UK",
            "3,22,X,5,2010-12-01 10:00:00,1,,UK",
            "4,22,lost,-1,2010-12-01 11:00:00,0,,UK",
            "5,22,X,bad,2010-12-01 11:00:00,1,,UK",
            "6,POST,X,100,2010-12-01 08:00:00,1,,UK");
    format.readAhead(
        consumer -> {
          for (int i = 0; i < lines.size(); i++) {
            consumer.accept(i + 1L, lines.get(i));
          }
        });

    Parsed.Order opening = format.before(stock(lines.get(1))).getFirst();

    assertThat(opening.path()).isEqualTo("/v1/stock/W/22/count");
    assertThat(opening.body().path("counted").path("good").asLong()).isEqualTo(7);
    assertThat(opening.body().path("occurredAt").asString()).isEqualTo("2010-12-01T08:25:00Z");
  }

  private Parsed.Stock stock(String line) {
    assertThat(format.parse(2, line)).isInstanceOf(Parsed.Stock.class);
    return (Parsed.Stock) format.parse(2, line);
  }

  private Parsed.Order only(String line) {
    assertThat(stock(line).orders()).hasSize(1);
    return stock(line).orders().getFirst();
  }

  private String bad(String line) {
    assertThat(format.parse(2, line)).isInstanceOf(Parsed.Bad.class);
    return ((Parsed.Bad) format.parse(2, line)).why();
  }
}
