package io.stockledger.outgoing.shadow;

import io.stockledger.api.stock.ItemId;
import io.stockledger.outgoing.shadow.ShadowTable.Receipt;
import io.stockledger.promise.Promise;
import io.stockledger.promise.replay.FactsAt;
import io.stockledger.promise.replay.ItemReplay;
import io.stockledger.promise.replay.Past;
import io.stockledger.promise.replay.Streams;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes what another system says of a channel that only watches, and holds it against what the
 * channel would have said at that very moment.
 */
public final class Shadows {
  /** For so many days differences are kept. */
  public static final int DAYS_KEPT = 90;

  private static final Duration RECEIPTS_KEPT = Duration.ofDays(30);

  private static final Comparator<ShadowFigure> IN_ORDER =
      Comparator.comparing(ShadowFigure::at)
          .thenComparing(figure -> figure.item().sku())
          .thenComparing(figure -> figure.item().location());

  private final ShadowTable table;
  private final Streams streams;
  private final JsonMapper json;
  private final InstantSource clock;
  private final TransactionTemplate transaction;

  /**
   * @param dataSource whose search path is the schema of what was told
   */
  public Shadows(DataSource dataSource, Streams streams, JsonMapper json, InstantSource clock) {
    this.table = new ShadowTable(dataSource);
    this.streams = streams;
    this.json = json;
    this.clock = clock;
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  /** What became of a request. */
  public sealed interface Outcome {}

  /**
   * @param repeated the same was sent under the same key before, and counts once
   */
  public record Taken(ShadowTaken taken, boolean repeated) implements Outcome {}

  /** Something else was sent under this key. */
  public record KeyReused() implements Outcome {}

  /**
   * @param client whose key it is
   * @param hash what makes two requests under a key the same
   */
  public Outcome take(
      String channel, List<ShadowFigure> figures, String client, String key, String hash) {
    Receipt known = table.receipt(client, key).orElse(null);
    if (known == null) {
      Comparison comparison = compare(channel, figures);
      ShadowTaken taken = comparison.taken();
      Receipt receipt = new Receipt(hash, json.writeValueAsString(taken));
      if (Boolean.TRUE.equals(
          transaction.execute(status -> keep(channel, comparison, client, key, receipt)))) {
        return new Taken(taken, false);
      }
      known = table.receipt(client, key).orElseThrow();
    }
    return known.hash().equals(hash)
        ? new Taken(json.readValue(known.answer(), ShadowTaken.class), true)
        : new KeyReused();
  }

  private boolean keep(
      String channel, Comparison comparison, String client, String key, Receipt receipt) {
    Instant now = clock.instant();
    if (!table.keep(client, key, receipt, now)) {
      return false;
    }
    table.add(channel, comparison.compared());
    table.forget(now.minus(RECEIPTS_KEPT), today().minusDays(DAYS_KEPT));
    return true;
  }

  /** What it would come to, with nothing kept. */
  public ShadowTaken look(String channel, List<ShadowFigure> figures) {
    return compare(channel, figures).taken();
  }

  private record Comparison(List<Compared> compared, List<ItemId> unknown) {
    ShadowTaken taken() {
      return new ShadowTaken(
          compared.size(), compared.stream().filter(Compared::differs).count(), unknown);
    }
  }

  private Comparison compare(String channel, List<ShadowFigure> figures) {
    List<Compared> compared = new ArrayList<>();
    List<ItemId> unknown = new ArrayList<>();
    Map<Instant, Past> moments = new HashMap<>();
    for (ShadowFigure figure : figures.stream().sorted(IN_ORDER).toList()) {
      Past past = moments.computeIfAbsent(figure.at(), at -> Past.at(streams, channel, at));
      Promise promise = promise(past, figure);
      if (promise == null) {
        unknown.add(figure.item());
      } else {
        compared.add(new Compared(figure, promise.sellable(), promise.state()));
      }
    }
    return new Comparison(compared, unknown);
  }

  private static @Nullable Promise promise(Past past, ShadowFigure figure) {
    ItemId item = figure.item();
    if (!past.locationAt(item.location(), figure.at()).registered()
        || !past.productAt(item.sku(), figure.at()).registered()) {
      return null;
    }
    ItemReplay replay = past.item(item);
    FactsAt facts = past.facts(item, replay, figure.at());
    return facts == null ? null : facts.promise(false);
  }

  /**
   * Items with differences, the largest first.
   *
   * @param days so many of UTC, the last of them today
   * @param location only there; none for everywhere
   * @param after the last one that is known; none for the first
   */
  public List<ShadowDifference> byItem(
      String channel, int days, @Nullable String location, @Nullable After after, int limit) {
    return table.byItem(
        channel,
        since(days),
        location,
        after == null ? null : (Long) after.largest(),
        after == null ? new ItemId("-", "-") : after.item(),
        limit);
  }

  /** A place in the list of items. */
  public record After(long largest, ItemId item) {}

  /** Locations, the one with most units of difference first, at most 1,000. */
  public List<ShadowDifference> byLocation(String channel, int days) {
    return table.byLocation(channel, since(days));
  }

  /** Days, the first one first. */
  public List<ShadowDifference> byDay(String channel, int days) {
    return table.byDay(channel, since(days));
  }

  private LocalDate since(int days) {
    return today().minusDays(days - 1L);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
