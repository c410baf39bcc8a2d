package io.stockledger.query.audit;

import io.stockledger.api.Answer;
import io.stockledger.api.audit.LedgerView;
import io.stockledger.api.audit.LedgerView.LedgerEntry;
import io.stockledger.api.audit.ReadLedger;
import io.stockledger.query.reading.Columns;
import io.stockledger.query.reading.ReadModel;
import io.stockledger.query.reading.Stamps;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;

/** The ledger itself, in order of position, from the table that is never rewritten. */
public final class LedgerQueries {
  private static final String ENTRIES =
      """
      select position, stream, version, type, revision, event_id, occurred_at, recorded_at,
             payload, metadata
        from ledger.event where position > :after order by position limit :limit
      """;

  private final ReadModel model;

  public LedgerQueries(ReadModel model) {
    this.model = model;
  }

  /** Positions are dense and in commit order, so the head may be read before the entries. */
  @QueryHandler
  Answer read(ReadLedger query) {
    return model.inSnapshot(() -> entries(query));
  }

  private Answer entries(ReadLedger query) {
    long head = model.head();
    List<LedgerEntry> items = new ArrayList<>();
    model
        .sql(ENTRIES)
        .param("after", query.after())
        .param("limit", query.limit())
        .query(
            row -> {
              items.add(entry(row));
            });
    boolean isMore = !items.isEmpty() && items.getLast().position() < head;
    String next = isMore ? Long.toString(items.getLast().position()) : null;
    String stamp = Stamps.of(query + "-" + (items.isEmpty() ? 0 : items.getLast().position()));
    return new LedgerView(List.copyOf(items), next, head, model.now(), stamp);
  }

  static LedgerEntry entry(ResultSet row) throws SQLException {
    return new LedgerEntry(
        row.getLong("position"),
        row.getString("stream"),
        row.getLong("version"),
        row.getString("type"),
        row.getInt("revision"),
        row.getString("event_id"),
        Columns.instant(row, "occurred_at"),
        Columns.instant(row, "recorded_at"),
        new String(row.getBytes("payload"), StandardCharsets.UTF_8),
        new String(row.getBytes("metadata"), StandardCharsets.UTF_8));
  }
}
