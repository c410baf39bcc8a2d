package io.stockledger.server.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MovementFormatsTest {
  private static final String HEADING = "type,location,sku,quantity,occurredAt,reason,condition";

  private final CsvFormat csv = new CsvFormat("");

  MovementFormatsTest() {
    csv.parse(1, HEADING);
  }

  @Test
  void the_templates_have_no_bad_line() {
    assertThat(parsed(new CsvFormat(""), Template.of("csv").orElseThrow())).hasSize(6);
    assertThat(parsed(new NdjsonFormat(""), Template.of("ndjson").orElseThrow())).hasSize(5);
  }

  @Test
  void opening_stock_is_a_count() {
    assertThat(stock("count,W,A,12,2026-01-02T09:00:00+01:00,,").orders().getFirst().body())
        .hasToString(
            "{\"occurredAt\":\"2026-01-02T08:00:00Z\",\"method\":\"manual\","
                + "\"kind\":\"stock-taking\",\"counted\":{\"good\":12}}");
  }

  @Test
  void a_line_in_csv_and_in_ndjson_means_the_same() {
    Parsed json =
        new NdjsonFormat("")
            .parse(
                1,
                "{\"type\":\"adjust\",\"location\":\"W\",\"sku\":\"A\",\"quantity\":-2,"
                    + "\"reason\":\"SHRINK\"}");

    assertThat(json).isEqualTo(csv.parse(2, "adjust,W,A,-2,,SHRINK,"));
  }

  @Test
  void the_location_of_the_command_line_is_that_of_lines_without_one() {
    CsvFormat format = new CsvFormat("W9");
    format.parse(1, HEADING);

    assertThat(format.parse(2, "receive,,A,1,,,"))
        .isInstanceOfSatisfying(Parsed.Stock.class, s -> assertThat(s.location()).isEqualTo("W9"));
  }

  @Test
  void a_bad_line_says_what_is_wrong() {
    assertThat(bad("receive,W,A,1.5,,,")).contains("quantity", "1.5");
    assertThat(bad("receive,W,A,0,,,")).contains("quantity", "0");
    assertThat(bad("receive,W,A,,,,")).contains("quantity", "missing");
    assertThat(bad("steal,W,A,1,,,")).contains("type", "steal");
    assertThat(bad("receive,,A,1,,,")).contains("location");
    assertThat(bad("receive,W,A B,1,,,")).contains("sku", "A B");
    assertThat(bad("receive,W,A,1,2026-01-02,,")).contains("occurredAt", "2026-01-02");
    assertThat(bad("receive,W,A,1,,,rotten")).contains("condition", "rotten");
    assertThat(bad("pick,W,A,1,,,damaged")).contains("condition");
    assertThat(bad("adjust,W,A,1,,,")).contains("reason", "missing");
    assertThat(bad("receive,W,A,1")).contains("4 fields");
  }

  @Test
  void a_bad_object_says_what_is_wrong() {
    NdjsonFormat format = new NdjsonFormat("W");

    assertThat(format.parse(1, "{\"type\":")).isEqualTo(new Parsed.Bad("not JSON"));
    assertThat(format.parse(1, "[]")).isEqualTo(new Parsed.Bad("not a JSON object"));
    assertThat(format.parse(1, "{\"colour\":1}")).isEqualTo(new Parsed.Bad("colour: not known"));
    assertThat(format.parse(1, "{\"quantity\":1.5}")).isInstanceOf(Parsed.Bad.class);
  }

  @Test
  void unknown_columns_stop_the_import_before_it_begins() {
    assertThatThrownBy(() -> new CsvFormat("").parse(1, "type,colour"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("colour");
  }

  private static List<Parsed> parsed(Format format, String text) {
    List<Parsed> stock = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Parsed line = format.parse(i + 1L, lines.get(i));
      if (i > 0 || !(line instanceof Parsed.Nothing)) {
        assertThat(line).isInstanceOf(Parsed.Stock.class);
        stock.add(line);
      }
    }
    return stock;
  }

  private Parsed.Stock stock(String line) {
    assertThat(csv.parse(2, line)).isInstanceOf(Parsed.Stock.class);
    return (Parsed.Stock) csv.parse(2, line);
  }

  private String bad(String line) {
    assertThat(csv.parse(2, line)).isInstanceOf(Parsed.Bad.class);
    return ((Parsed.Bad) csv.parse(2, line)).why();
  }
}
