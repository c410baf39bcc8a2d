package io.stockledger.server.settings;

import io.stockledger.api.stock.DiscrepancyReason;
import io.stockledger.api.stock.DiscrepancyReasons;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set about disagreements of shelf and book, under {@code stockledger.discrepancy}.
 *
 * @param reasons the list to choose from, each with {@code code}, {@code meaning} and {@code
 *     approval} (whether only a manager closes it); the built-in list unless it is given
 * @param criticalUnits one about so many units or more is critical, which triggers of switches
 *     count
 */
@ConfigurationProperties("stockledger.discrepancy")
public record DiscrepancySettings(
    @Nullable List<DiscrepancyReason> reasons, @DefaultValue("10") long criticalUnits) {
  public DiscrepancyReasons listed() {
    return reasons == null ? DiscrepancyReasons.DEFAULT : new DiscrepancyReasons(reasons);
  }
}
