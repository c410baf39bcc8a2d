package io.stockledger.api.product;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the registry says of a product beside its name and base unit. In JSON its fields stand
 * beside those, flat. Absent means that nothing is said.
 *
 * @param parent the SKU that it is a variant of
 * @param options what makes it this variant, such as {@code colour: red}
 * @param gtin its global trade item number as it was given; no two products have the same
 * @param categoryPath from the widest category to the narrowest, separated by {@code /}
 * @param velocityClass how fast it moves
 * @param tags words to find it by
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProductTraits(
    @Nullable String parent,
    @Nullable SortedMap<String, String> options,
    @Nullable String gtin,
    @Nullable String categoryPath,
    @Nullable VelocityClass velocityClass,
    @Nullable List<String> tags) {
  /** Nothing is said. */
  public static final ProductTraits NONE = new ProductTraits(null, null, null, null, null, null);
}
