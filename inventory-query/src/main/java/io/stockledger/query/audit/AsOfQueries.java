package io.stockledger.query.audit;

import io.stockledger.api.Answer;
import io.stockledger.api.Page;
import io.stockledger.api.audit.AsOccurredListView;
import io.stockledger.api.audit.AsOccurredView;
import io.stockledger.api.audit.AsOccurredView.ItemAsOccurred;
import io.stockledger.api.audit.AsOfListView;
import io.stockledger.api.audit.AsOfView;
import io.stockledger.api.audit.AsOfView.ItemAsOf;
import io.stockledger.api.audit.HistoryQuery.FindAsOccurred;
import io.stockledger.api.audit.HistoryQuery.FindAsRecorded;
import io.stockledger.api.audit.HistoryQuery.FindAtVersion;
import io.stockledger.api.audit.HistoryQuery.ListAsOccurred;
import io.stockledger.api.audit.HistoryQuery.ListAsRecorded;
import io.stockledger.api.stock.ItemId;
import io.stockledger.query.reading.Columns;
import io.stockledger.query.reading.Conditions;
import io.stockledger.query.reading.Cursor;
import io.stockledger.query.reading.ReadModel;
import io.stockledger.query.reading.Rows;
import io.stockledger.query.reading.Stamps;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.queryhandling.QueryHandler;

/** Figures at any version or moment, by either clock. */
public final class AsOfQueries {
  /** Items that had an entry by a moment of a clock. */
  private static final String ITEMS_BY =
      """
      select o.location, o.sku from on_hand o
       where {where} and exists (select 1 from history h
         where h.location = o.location and h.sku = o.sku and h.{clock} <= :moment)
       order by o.sku limit :limit
      """;

  private final ReadModel model;
  private final AsRecorded recorded;
  private final AsOccurred occurred;

  public AsOfQueries(ReadModel model) {
    this.model = model;
    this.recorded = new AsRecorded(model);
    this.occurred = new AsOccurred(model);
  }

  @QueryHandler
  Answer find(FindAtVersion query) {
    return ofItem(
        query.item(),
        now ->
            recorded
                .atVersion(query.item(), query.version())
                .map(item -> atVersion(item, now))
                .orElseGet(() -> unknownEntry(query)));
  }

  @QueryHandler
  Answer find(FindAsRecorded query) {
    return ofItem(
        query.item(),
        now -> {
          ItemAsOf item = recorded.at(query.item(), query.at());
          return new AsOfView(item, query.at(), position(), now, Stamps.of(item));
        });
  }

  @QueryHandler
  Answer find(FindAsOccurred query) {
    return ofItem(
        query.item(),
        now -> {
          ItemAsOccurred item = occurred.at(query.item(), query.at());
          return new AsOccurredView(item, query.at(), position(), now, Stamps.of(item));
        });
  }

  @QueryHandler
  Answer list(ListAsRecorded query) {
    return ofLocation(
        query.location(),
        query.page(),
        ids -> {
          Rows<ItemId> rows = items(query.location(), "recorded_at", query.at(), query.page(), ids);
          List<ItemAsOf> items =
              rows.within(query.page()).stream()
                  .map(item -> recorded.at(item, query.at()))
                  .toList();
          return new AsOfListView(
              query.location(),
              query.at(),
              items,
              rows.next(query.page(), item -> List.of(item.sku())),
              rows.position(),
              model.now(),
              Stamps.of(items));
        });
  }

  @QueryHandler
  Answer list(ListAsOccurred query) {
    return ofLocation(
        query.location(),
        query.page(),
        ids -> {
          Rows<ItemId> rows = items(query.location(), "occurred_at", query.at(), query.page(), ids);
          List<ItemAsOccurred> items =
              rows.within(query.page()).stream()
                  .map(item -> occurred.at(item, query.at()))
                  .toList();
          return new AsOccurredListView(
              query.location(),
              query.at(),
              items,
              rows.next(query.page(), item -> List.of(item.sku())),
              rows.position(),
              model.now(),
              Stamps.of(items));
        });
  }

  private Answer ofItem(ItemId item, Function<Instant, Answer> reading) {
    Instant now = model.now();
    return model.inSnapshot(
        () -> {
          Optional<Answer> parked = model.parked(HistoryQueries.PROJECTION, item);
          if (parked.isPresent()) {
            return parked.get();
          }
          return model.hasHistory(item) ? reading.apply(now) : model.nothingOf(item);
        });
  }

  private Answer ofLocation(String location, Page page, Function<List<String>, Answer> reading) {
    Optional<List<String>> key = Cursor.read(page.cursor(), 1);
    if (key.isEmpty()) {
      return new Answer.UnknownCursor(String.valueOf(page.cursor()));
    }
    return model.inSnapshot(
        () -> {
          if (!model.exists("select 1 from location where location = :id", location)) {
            return new Answer.Unknown("unknown-location", Map.of("location", location));
          }
          List<String> summed = model.summed(location);
          return summed.isEmpty()
              ? reading.apply(key.get())
              : new Answer.OfOthers(location, summed);
        });
  }

  private Rows<ItemId> items(
      String location, String clock, Instant moment, Page page, List<String> key) {
    Conditions conditions =
        new Conditions()
            .and("o.location = :location", "location", location)
            .behind(List.of("o.sku"), key)
            .with("moment", Columns.moment(moment))
            .with("limit", page.limit() + 1);
    return model.read(
        HistoryQueries.PROJECTION,
        conditions.in(ITEMS_BY.replace("{clock}", clock)),
        conditions.parameters(),
        "sku",
        (row, number) -> Columns.item(row));
  }

  private Answer atVersion(ItemAsOf item, Instant now) {
    Instant at = item.recordedAt() == null ? now : item.recordedAt();
    return new AsOfView(item, at, position(), now, Stamps.of(item));
  }

  private static Answer unknownEntry(FindAtVersion query) {
    return new Answer.Unknown(
        "unknown-entry",
        Map.of(
            "location",
            query.item().location(),
            "sku",
            query.item().sku(),
            "version",
            Long.toString(query.version())));
  }

  private long position() {
    return model.position(HistoryQueries.PROJECTION);
  }
}
