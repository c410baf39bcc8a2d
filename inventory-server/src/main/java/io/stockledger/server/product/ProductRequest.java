package io.stockledger.server.product;

import io.stockledger.api.Identifiers;
import io.stockledger.api.product.Gtin;
import io.stockledger.api.product.ProductTraits;
import io.stockledger.api.product.RegisterProduct;
import io.stockledger.api.product.VelocityClass;
import io.stockledger.server.http.Checked;
import io.stockledger.server.http.Write;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the registry says of a product. */
record ProductRequest(
    @NotBlank @Size(max = 200) String name,
    @Nullable @Size(min = 1, max = 32) String baseUnit,
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String parent,
    @Nullable @Size(max = 20)
        Map<@NotBlank @Size(max = 64) String, @NotBlank @Size(max = 200) String> options,
    @Nullable String gtin,
    @Nullable @Size(max = 500) @Pattern(regexp = CATEGORY, message = CATEGORY_FORM)
        String categoryPath,
    @Nullable VelocityClass velocityClass,
    @Nullable @Size(max = 50) List<@NotBlank @Size(max = 64) String> tags)
    implements Checked {
  /** What one unit is, where nothing else is said. */
  static final String PIECE = "piece";

  static final String CATEGORY = "^[^/]+(/[^/]+)*$";
  static final String CATEGORY_FORM = "must be categories with / between, such as Home/Kitchen";

  String unit() {
    return baseUnit == null ? PIECE : baseUnit;
  }

  ProductTraits traits() {
    return new ProductTraits(
        parent,
        options == null || options.isEmpty() ? null : new TreeMap<>(options),
        gtin,
        categoryPath,
        velocityClass,
        tags == null || tags.isEmpty() ? null : List.copyOf(tags));
  }

  RegisterProduct command(String sku, Write write) {
    return new RegisterProduct(sku, name, unit(), traits(), write.ifVersion());
  }

  @Override
  public void check(Faults faults, String path) {
    if (gtin != null) {
      checkGtin(gtin, faults);
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; tags != null && i < tags.size(); i++) {
      if (!seen.add(tags.get(i))) {
        faults.add("tags[" + i + "]", "is there twice", tags.get(i));
      }
    }
  }

  static void checkGtin(String gtin, Faults faults) {
    if (!Gtin.hasForm(gtin)) {
      faults.add("gtin", "must be 8, 12, 13 or 14 digits", gtin);
    } else {
      faults.requireCheckDigit("gtin", gtin, gtin);
    }
  }
}
