package io.stockledger.api.lowstock;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Answer.View;
import io.stockledger.api.lowstock.LowStockRuleView.LowStockRuleCard;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of the list of rules on low stock, by id. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LowStockRulesView(
    List<LowStockRuleCard> items, @Nullable String next, long position, Instant asOf, String stamp)
    implements View {}
