package io.stockledger.server.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistryFormatsTest {
  @Test
  void the_templates_have_no_bad_line() {
    assertThat(parsed(CsvFormat.ofLocations(), Template.of("locations").orElseThrow())).hasSize(4);
    assertThat(parsed(CsvFormat.ofProducts(), Template.of("products").orElseThrow())).hasSize(2);
  }

  @Test
  void a_place_is_put_and_called_in_one_request() {
    Parsed.Entry store =
        parsed(CsvFormat.ofLocations(), Template.of("locations").orElseThrow()).get(1);
    Parsed.Order order = store.orders().getFirst();
    assertThat(store.orders()).hasSize(1);
    assertThat(order.path()).isEqualTo("/v1/commands?mode=atomic");
    assertThat(order.body().values())
        .extracting(element -> element.path("type").asString() + " " + element.path("location"))
        .containsExactly(
            "location \"STORE-7\"", "location-alias \"STORE-7\"", "location-alias \"STORE-7\"");
    assertThat(order.body().at("/0/coordinates/latitude").asDouble()).isEqualTo(51.5074);
    assertThat(order.body().at("/0/opening/5/closes").asString()).isEqualTo("18:00");
    assertThat(order.body().at("/0/sources/1/reportsEvery").asString()).isEqualTo("PT5M");
    assertThat(order.body().at("/2/id").asString()).isEqualTo("GB/0007");
  }

  @Test
  void a_sum_comes_after_those_that_it_sums() {
    assertThat(parsed(CsvFormat.ofLocations(), Template.of("locations").orElseThrow()))
        .extracting(entry -> entry.id() + " " + entry.ofOthers())
        .containsExactly("WAREHOUSE-1 false", "STORE-7 false", "ONLINE true", "OUTLET false");
  }

  @Test
  void a_product_says_its_options_by_name() {
    Parsed.Entry variant =
        parsed(CsvFormat.ofProducts(), Template.of("products").orElseThrow()).getLast();
    assertThat(variant.orders().getFirst().body().at("/options/colour").asString())
        .isEqualTo("red");
    assertThat(variant.orders().getFirst().body().at("/tags/0").asString()).isEqualTo("gift");
  }

  @Test
  void a_line_that_is_not_understood_says_why() {
    CsvFormat products = CsvFormat.ofProducts();
    products.parse(1, "sku,name,options,aliases");
    assertThat(products.parse(2, "A,,,")).isEqualTo(new Parsed.Bad("name: missing"));
    assertThat(products.parse(3, "A,N,red,"))
        .isEqualTo(new Parsed.Bad("options, value 1: not like colour=red: red"));
    assertThat(products.parse(4, "A,N,,7"))
        .isEqualTo(new Parsed.Bad("aliases, value 1: not like source:id: 7"));
    assertThat(products.parse(5, "a b,N,,")).isInstanceOf(Parsed.Bad.class);
  }

  @Test
  void movements_may_name_things_as_other_systems_do() {
    CsvFormat movements = new CsvFormat("");
    movements.parse(1, "type,location,sku,quantity");
    Parsed.Stock line = (Parsed.Stock) movements.parse(2, "receive,ERP:GB/7,gtin:96385074,3");
    assertThat(line.orders().getFirst().path())
        .isEqualTo("/v1/stock/ERP%3AGB%2F7/gtin%3A96385074/receive");
  }

  private static List<Parsed.Entry> parsed(Format format, String file) {
    List<Parsed.Entry> entries = new ArrayList<>();
    List<String> lines = file.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Parsed parsed = format.parse(i + 1L, lines.get(i));
      assertThat(parsed).as(lines.get(i)).isNotInstanceOf(Parsed.Bad.class);
      if (parsed instanceof Parsed.Entry entry) {
        entries.add(entry);
      }
    }
    return entries;
  }
}
