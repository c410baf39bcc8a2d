package io.stockledger.projections.registry;

import io.stockledger.api.channel.ChannelEvent;
import io.stockledger.api.channel.SwitchEvent;
import io.stockledger.api.location.LocationEvent;
import io.stockledger.api.product.ProductEvent;
import io.stockledger.projections.channel.ChannelsFold;
import io.stockledger.projections.channel.SwitchesFold;
import io.stockledger.projections.running.Projection;
import io.stockledger.projections.running.RecordedEvent;
import io.stockledger.projections.running.VersionGap;
import io.stockledger.projections.table.Table;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * {@code location} and {@code product}: the registry as it stands. {@code source_heard}: when a
 * source last told of stock.
 */
public final class RegistryProjection implements Projection {
  public static final String NAME = "registry";

  private static final Kind<LocationEvent, LocationRow> LOCATIONS =
      new Kind<>(
          LocationEvent.class,
          LocationEvent::location,
          LocationTable.TABLE,
          LocationRow::location,
          LocationRow::version,
          LocationRow::fold);

  private static final Kind<ProductEvent, ProductRow> PRODUCTS =
      new Kind<>(
          ProductEvent.class,
          ProductEvent::sku,
          ProductTable.TABLE,
          ProductRow::sku,
          ProductRow::version,
          ProductRow::fold);

  private final ChannelsFold channels = new ChannelsFold();
  private final SwitchesFold switches = new SwitchesFold();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> tables() {
    return Stream.of(
            List.of("location", "product", "source_heard"),
            ChannelsFold.TABLES,
            SwitchesFold.TABLES)
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public boolean concerns(Object event) {
    return event instanceof LocationEvent
        || event instanceof ProductEvent
        || event instanceof ChannelEvent
        || event instanceof SwitchEvent
        || HeardRow.isHeardIn(event);
  }

  @Override
  public void fold(JdbcOperations jdbc, List<RecordedEvent> events) {
    LOCATIONS.fold(jdbc, events);
    PRODUCTS.fold(jdbc, events);
    HeardRow.fold(jdbc, events);
    channels.fold(jdbc, events);
    switches.fold(jdbc, events);
  }

  /** How the row of an entry of the registry goes on. */
  private interface Step<E, R> {
    R next(@Nullable R before, E event, long position, long version);
  }

  /** One of the two kinds of entries: their events, and the rows they make. */
  private record Kind<E, R>(
      Class<E> family,
      Function<E, String> idOf,
      Table<R> table,
      Function<R, String> rowId,
      ToLongFunction<R> version,
      Step<E, R> step) {

    void fold(JdbcOperations jdbc, List<RecordedEvent> events) {
      List<List<String>> named =
          events.stream()
              .map(this::event)
              .flatMap(Optional::stream)
              .map(idOf)
              .distinct()
              .map(List::of)
              .toList();
      Map<String, R> rows = new HashMap<>();
      table.read(jdbc, named).forEach(row -> rows.put(rowId.apply(row), row));
      Map<String, R> touched = new LinkedHashMap<>();
      for (RecordedEvent recorded : events) {
        event(recorded).ifPresent(event -> fold(recorded, event, rows, touched));
      }
      table.write(jdbc, touched.values());
    }

    private void fold(
        RecordedEvent recorded, E event, Map<String, R> rows, Map<String, R> touched) {
      String id = idOf.apply(event);
      R before = rows.get(id);
      if (VersionGap.isNext(recorded, before == null ? 0 : version.applyAsLong(before))) {
        R row = step.next(before, event, recorded.position(), recorded.version());
        rows.put(id, row);
        touched.put(id, row);
      }
    }

    private Optional<E> event(RecordedEvent recorded) {
      return family.isInstance(recorded.payload())
          ? Optional.of(family.cast(recorded.payload()))
          : Optional.empty();
    }
  }
}
