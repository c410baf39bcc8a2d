package io.stockledger.server.bulk;

import io.stockledger.server.discrepancy.DiscrepancyForms;
import io.stockledger.server.http.Binder;
import io.stockledger.server.inbound.InboundForms;
import io.stockledger.server.location.LocationForms;
import io.stockledger.server.lowstock.LowStockRuleForms;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.product.ProductForms;
import io.stockledger.server.reservation.ReservationForms;
import io.stockledger.server.stock.StockForms;
import io.stockledger.server.transfer.TransferForms;
import io.stockledger.server.write.CommandForm;
import io.stockledger.server.write.CommandForm.OnItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds out what an element is: by its type, and where two requests share a word, its fields. */
public final class CommandForms {
  private static final Map<String, List<CommandForm>> BY_TYPE =
      all().stream()
          .collect(
              Collectors.groupingBy(CommandForm::type, LinkedHashMap::new, Collectors.toList()));

  private CommandForms() {}

  /** All that can be an element of a request of many commands. */
  public static List<CommandForm> all() {
    return Stream.of(
            StockForms.all(),
            DiscrepancyForms.all(),
            ReservationForms.all(),
            TransferForms.all(),
            InboundForms.all(),
            LocationForms.all(),
            ProductForms.all(),
            LowStockRuleForms.all())
        .flatMap(List::stream)
        .toList();
  }

  /** None, and a fault, for an element that is of no type. */
  static @Nullable CommandForm of(ObjectNode element, Faults faults) {
    JsonNode type = element.remove("type");
    List<CommandForm> forms =
        type == null || !type.isString() ? null : BY_TYPE.get(type.stringValue());
    if (forms == null) {
      faults.add(
          "type",
          "must be one of " + String.join(", ", BY_TYPE.keySet()),
          type == null ? null : Binder.given(type));
      return null;
    }
    return forms.stream()
        .filter(form -> fits(form, forms.size(), element))
        .findFirst()
        .orElseThrow();
  }

  /**
   * A reservation of many lines has lines; a pick or release without a place is that of a whole
   * reservation.
   */
  private static boolean fits(CommandForm form, int candidates, ObjectNode element) {
    if (candidates == 1 || !(form instanceof OnItem)) {
      return true; // the forms on items come first, so that others are what is left
    }
    return form.type().equals("reserve")
        ? !element.has("lines")
        : element.has("location") || element.has("sku") || !element.has("reservationId");
  }
}
