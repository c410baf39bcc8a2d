package io.stockledger.command.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.Refusal;
import io.stockledger.api.RegistryRefusal.AliasTaken;
import io.stockledger.api.RegistryRefusal.InUse;
import io.stockledger.api.alias.Alias;
import io.stockledger.api.alias.AliasKind;
import io.stockledger.api.product.Gtin;
import io.stockledger.api.product.ProductCommand;
import io.stockledger.api.product.ProductCommand.ReinstateProduct;
import io.stockledger.api.product.ProductCommand.RetireProduct;
import io.stockledger.api.product.ProductEvent;
import io.stockledger.api.product.ProductEvent.ProductReinstated;
import io.stockledger.api.product.ProductEvent.ProductRetired;
import io.stockledger.api.product.ProductTraits;
import io.stockledger.api.product.RegisterProduct;
import io.stockledger.api.stock.StockRefusal.UnknownSku;
import io.stockledger.command.registry.RegistryVerdict;
import io.stockledger.command.registry.TestDesk;
import io.stockledger.command.reservation.Say;
import io.stockledger.command.reservation.TestLedger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What may be said of a product, and when it may go out of use. */
class ProductRulesTest {
  private static final String NUMBER = "4006381333931";

  private final TestDesk desk = new TestDesk();
  private final Map<String, Product> products = new HashMap<>();

  private RegistryVerdict<ProductEvent> decide(ProductCommand command) {
    RegistryVerdict<ProductEvent> verdict =
        new ProductRules(products.get(command.sku()), desk.desk(), TestLedger.START)
            .decide(command);
    if (verdict instanceof RegistryVerdict.Accepted<ProductEvent> accepted) {
      accepted
          .events()
          .forEach(
              event -> products.put(event.sku(), Product.evolve(products.get(event.sku()), event)));
    }
    return verdict;
  }

  private List<ProductEvent> accepted(ProductCommand command) {
    RegistryVerdict<ProductEvent> verdict = decide(command);
    assertThat(verdict).isInstanceOf(RegistryVerdict.Accepted.class);
    return ((RegistryVerdict.Accepted<ProductEvent>) verdict).events();
  }

  private Refusal refused(ProductCommand command) {
    RegistryVerdict<ProductEvent> verdict = decide(command);
    assertThat(verdict).isInstanceOf(RegistryVerdict.Refused.class);
    return ((RegistryVerdict.Refused<ProductEvent>) verdict).refusal();
  }

  private static RegisterProduct put(String sku, @Nullable String gtin) {
    return new RegisterProduct(
        sku, "Thing", "piece", new ProductTraits(null, null, gtin, null, null, null), null);
  }

  @Test
  void a_number_belongs_to_one_product_whatever_its_leading_zeros() {
    accepted(put("A", NUMBER));
    Alias number = Alias.ofGtin(NUMBER);
    assertThat(refused(put("B", "0" + NUMBER))).isEqualTo(new AliasTaken("product", number, "A"));
    assertThat(accepted(put("A", "0" + NUMBER))).hasSize(1);
    assertThat(desk.find(AliasKind.PRODUCT, number)).isEqualTo("A");
  }

  @Test
  void a_number_that_is_given_up_may_be_taken() {
    accepted(put("A", NUMBER));
    accepted(put("A", "96385074"));
    accepted(put("B", NUMBER));
    assertThat(desk.find(AliasKind.PRODUCT, Alias.ofGtin(NUMBER))).isEqualTo("B");
    assertThat(accepted(put("B", null))).hasSize(1);
    assertThat(desk.find(AliasKind.PRODUCT, Alias.ofGtin(NUMBER))).isNull();
  }

  @Test
  void the_last_digit_of_a_number_checks_the_others() {
    for (String right :
        List.of("96385074", "036000291452", NUMBER, "00012345600012", "10012345600019")) {
      assertThat(Gtin.isValid(right)).as(right).isTrue();
    }
    assertThat(Gtin.checkDigit("4006381333930")).isEqualTo(1);
    assertThat(Gtin.hasForm("123456789")).isFalse();
    assertThat(Gtin.hasForm("40063813339 1")).isFalse();
  }

  @Test
  void a_product_with_stock_anywhere_is_not_retired() {
    accepted(put(TestLedger.ITEM.sku(), null));
    desk.item(TestLedger.given(Say.receive(1)).item());
    assertThat(refused(new RetireProduct(TestLedger.ITEM.sku(), null))).isInstanceOf(InUse.class);
  }

  @Test
  void one_without_is_retired_once_and_reinstated_once() {
    assertThat(refused(new RetireProduct("A", null))).isEqualTo(new UnknownSku("A"));
    accepted(put("A", null));
    assertThat(accepted(new RetireProduct("A", null))).hasOnlyElementsOfType(ProductRetired.class);
    assertThat(accepted(new RetireProduct("A", null))).isEmpty();
    assertThat(accepted(new ReinstateProduct("A", null)))
        .hasOnlyElementsOfType(ProductReinstated.class);
    assertThat(accepted(new ReinstateProduct("A", null))).isEmpty();
  }
}
