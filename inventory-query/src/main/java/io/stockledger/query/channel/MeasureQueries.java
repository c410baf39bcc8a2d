package io.stockledger.query.channel;

import io.stockledger.api.Answer;
import io.stockledger.api.channel.MeasureView;
import io.stockledger.api.channel.SwitchQuery.MeasureDiscrepancies;
import io.stockledger.api.channel.SwitchQuery.MeasureStaleLocations;
import io.stockledger.api.channel.SwitchScope;
import io.stockledger.query.reading.Conditions;
import io.stockledger.query.reading.ReadModel;
import io.stockledger.query.reading.Stamps;
import org.axonframework.queryhandling.QueryHandler;

/** What triggers of switches look at, as far as the tables tell. */
public final class MeasureQueries {
  /** Those that belong to a group, or to what belongs to it, and so on. */
  private static final String IN_GROUP =
      """
      l.location in (
        with recursive member as (
          select location from location where traits -> 'groups' @> to_jsonb(:group::text)
          union
          select below.location from location as below, member
           where below.traits -> 'groups' @> to_jsonb(member.location))
        select location from member)
      """;

  /** Those that a channel sells from: all, where it names none. */
  private static final String IN_CHANNEL =
      """
      (coalesce((select c.traits -> 'locations' from channel as c where c.channel = :channel),
                'null') = 'null'
       or l.location in (
         with recursive named as (
           select jsonb_array_elements_text(nullif(c.traits -> 'locations', 'null')) as name
             from channel as c where c.channel = :channel),
         member as (
           select location.location from location, named
            where location.location = named.name
               or location.traits -> 'groups' @> to_jsonb(named.name)
           union
           select below.location from location as below, member
            where below.traits -> 'groups' @> to_jsonb(member.location))
         select location from member))
      """;

  private static final String STALE =
      """
      select coalesce(100 * count(*) filter (where stale) / nullif(count(*), 0), 0)
        from (select bool_or(w.value ->> 'staleSince' is not null) as stale
                from location as l cross join lateral jsonb_each(l.watches) as w
               where not l.retired and {where} group by l.location) as watched
      """;

  private static final String DISCREPANCIES =
      """
      select count(*) from discrepancy as d
        join location as l on l.location = d.location
        left join product as p on p.sku = d.sku
       where d.closed_at is null
         and coalesce(d.missing, abs(d.stated - d.recorded), 0) >= :units and {where}
      """;

  private static final String IN_CATEGORY =
      "(p.traits ->> 'categoryPath' = :category"
          + " or starts_with(p.traits ->> 'categoryPath', :category || '/'))";

  private final ReadModel model;

  public MeasureQueries(ReadModel model) {
    this.model = model;
  }

  @QueryHandler
  Answer stale(MeasureStaleLocations query) {
    return measured(STALE, places(query.scope()));
  }

  @QueryHandler
  Answer discrepancies(MeasureDiscrepancies query) {
    return measured(
        DISCREPANCIES,
        places(query.scope())
            .andIf(IN_CATEGORY, "category", query.scope().category())
            .with("units", query.units()));
  }

  private static Conditions places(SwitchScope scope) {
    return new Conditions()
        .andIf("l.location = :location", "location", scope.location())
        .andIf(IN_GROUP, "group", scope.group())
        .andIf(IN_CHANNEL, "channel", scope.channel());
  }

  private Answer measured(String select, Conditions conditions) {
    return model.inSnapshot(
        () -> {
          long measured =
              model
                  .sql(conditions.in(select))
                  .params(conditions.parameters())
                  .query(Long.class)
                  .single();
          return new MeasureView(
              measured,
              model.position(ChannelQueries.PROJECTION),
              model.now(),
              Stamps.of(measured));
        });
  }
}
