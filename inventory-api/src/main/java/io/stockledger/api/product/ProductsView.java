package io.stockledger.api.product;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Answer.View;
import io.stockledger.api.product.ProductView.ProductCard;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of the list of products, by SKU. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProductsView(
    List<ProductCard> items, @Nullable String next, long position, Instant asOf, String stamp)
    implements View {}
