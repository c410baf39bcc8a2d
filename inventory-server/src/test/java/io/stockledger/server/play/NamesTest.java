package io.stockledger.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NamesTest {
  private static final DayPlan PLAN =
      DayPlan.beginning(Instant.parse("2026-01-05T18:00:00Z"), 7, 30_000, 0);

  private final Names names = new Names(PLAN);

  @Test
  void the_same_id_means_one_thing_to_the_one_system_and_another_to_the_other() {
    String id = names.ofProduct(Names.ERP, 1);
    assertThat(names.ofProduct(Names.SHOP, 0)).isEqualTo(id);
    names.placeIsCalled("L", "erp:" + names.ofPlace("L"));
    names.productIsCalled("one", Names.ERP + ":" + id);
    names.productIsCalled("other", Names.SHOP + ":" + id);

    String place = "erp:" + names.ofPlace("L");
    assertThat(names.item(place, "erp:" + id)).isEqualTo(new Item("L", "one"));
    assertThat(names.item(place, "shop:" + id)).isEqualTo(new Item("L", "other"));
    assertThat(names.item(place, "pos:" + id)).isNull();
  }

  @Test
  void no_two_products_share_a_name_in_one_system() {
    assertThat(
            IntStream.range(0, Names.NAMED_SKUS)
                .mapToObj(sku -> names.ofProduct(Names.SHOP, sku))
                .toList())
        .doesNotHaveDuplicates();
    assertThat(IntStream.range(0, 2_000).mapToObj(names::gtin).toList()).doesNotHaveDuplicates();
  }

  @Test
  void a_number_ends_in_its_check_digit() {
    String gtin = names.gtin(42);
    int sum = 0;
    for (int i = 0; i < 14; i++) {
      sum += (gtin.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
    }
    assertThat(gtin).hasSize(14);
    assertThat(sum % 10).isZero();
  }
}
