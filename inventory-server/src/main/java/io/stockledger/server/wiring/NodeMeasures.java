package io.stockledger.server.wiring;

import io.stockledger.api.channel.SwitchQuery.MeasureDiscrepancies;
import io.stockledger.api.channel.SwitchQuery.MeasureStaleLocations;
import io.stockledger.api.channel.SwitchScope;
import io.stockledger.api.channel.TriggerCondition;
import io.stockledger.command.channel.ConsumerLag;
import io.stockledger.command.channel.Measures;
import io.stockledger.server.read.Reads;
import org.jspecify.annotations.Nullable;

/** What this node measures, from the tables and from what it saw itself. */
final class NodeMeasures implements Measures {
  private final Reads reads;
  private final RefusalCount refusals;
  private final ConsumerLag lag;
  private final long criticalUnits;

  /**
   * @param criticalUnits so many units or more make a discrepancy critical
   */
  NodeMeasures(Reads reads, RefusalCount refusals, ConsumerLag lag, long criticalUnits) {
    this.reads = reads;
    this.refusals = refusals;
    this.lag = lag;
    this.criticalUnits = criticalUnits;
  }

  @Override
  public @Nullable Long of(TriggerCondition condition, SwitchScope scope) {
    return switch (condition) {
      case STALE_LOCATIONS_PER_CENT -> reads.view(new MeasureStaleLocations(scope)).measured();
      case REFUSALS_PER_MINUTE -> refusals.lastMinute(scope.channel());
      case CRITICAL_DISCREPANCIES ->
          reads.view(new MeasureDiscrepancies(scope, criticalUnits)).measured();
      case CONSUMER_LAG_SECONDS -> lag.seconds(scope.channel());
    };
  }
}
