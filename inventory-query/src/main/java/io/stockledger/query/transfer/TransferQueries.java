package io.stockledger.query.transfer;

import io.stockledger.api.Answer;
import io.stockledger.api.Page;
import io.stockledger.api.transfer.TransferCard;
import io.stockledger.api.transfer.TransferQuery.FindTransfer;
import io.stockledger.api.transfer.TransferQuery.ListTransfers;
import io.stockledger.api.transfer.TransferState;
import io.stockledger.api.transfer.TransferView;
import io.stockledger.api.transfer.TransfersView;
import io.stockledger.query.reading.Columns;
import io.stockledger.query.reading.Conditions;
import io.stockledger.query.reading.Cursor;
import io.stockledger.query.reading.ReadModel;
import io.stockledger.query.reading.Rows;
import io.stockledger.query.reading.Stamps;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;

/** Transfers, as they are at the moment of the read. */
public final class TransferQueries {
  private static final String PROJECTION = "available";

  private static final String ENDS =
      """
      select * from transfer where transfer_id in (:ids)
       order by transfer_id, made_position, line
      """;

  private static final String IDS =
      """
      select distinct t.transfer_id from transfer t where {where}
       order by t.transfer_id limit :limit
      """;

  private final ReadModel model;

  public TransferQueries(ReadModel model) {
    this.model = model;
  }

  @QueryHandler
  Answer find(FindTransfer query) {
    Rows<EndRow> ends = ends(List.of(query.transferId()));
    List<TransferCard> cards = Cards.of(ends.items());
    if (cards.isEmpty()) {
      return new Answer.Unknown("unknown-transfer", Map.of("transferId", query.transferId()));
    }
    return new TransferView(cards.getFirst(), ends.position(), model.now(), Stamps.of(cards));
  }

  @QueryHandler
  Answer list(ListTransfers query) {
    Page page = query.page();
    Optional<List<String>> key = Cursor.read(page.cursor(), 1);
    if (key.isEmpty()) {
      return new Answer.UnknownCursor(String.valueOf(page.cursor()));
    }
    Conditions conditions =
        conditions(query)
            .behind(List.of("t.transfer_id"), key.get())
            .with("limit", page.limit() + 1);
    return model.inSnapshot(() -> list(page, conditions, model.now()));
  }

  private Answer list(Page page, Conditions conditions, Instant now) {
    Rows<String> ids =
        model.read(
            PROJECTION,
            conditions.in(IDS),
            conditions.parameters(),
            "transfer_id",
            (row, number) -> Objects.requireNonNull(row.getString("transfer_id")));
    List<String> wanted = ids.within(page);
    List<TransferCard> cards = wanted.isEmpty() ? List.of() : Cards.of(ends(wanted).items());
    return new TransfersView(
        cards, ids.next(page, List::of), ids.position(), now, Stamps.of(cards));
  }

  private Rows<EndRow> ends(List<String> ids) {
    return model.read(
        PROJECTION, ENDS, Map.of("ids", ids), "transfer_id", (row, number) -> EndRow.read(row));
  }

  private static Conditions conditions(ListTransfers query) {
    Conditions conditions =
        new Conditions()
            .andIf("t.origin = :from", "from", query.from())
            .andIf("t.destination = :to", "to", query.to())
            .andIf(
                "(t.origin = :location or t.destination = :location)", "location", query.location())
            .andIf("t.sku = :sku", "sku", query.sku())
            .andIf("t.reference_id = :referenceId", "referenceId", query.referenceId())
            .andIf("t.reference_type = :referenceType", "referenceType", query.referenceType());
    if (query.expectedBefore() != null) {
      conditions.and(
          some("x.open > 0 and x.expected_at < :expectedBefore"),
          "expectedBefore",
          Columns.moment(query.expectedBefore()));
    }
    return query.state() == null ? conditions : conditions.and(isIn(query.state()));
  }

  private static String isIn(TransferState state) {
    String open = some("x.open > 0");
    String dispatched = some("x.dispatched > 0");
    String received = some("x.received > 0");
    String writtenOff = some("x.written_off > 0");
    return switch (state) {
      case REQUESTED -> open + " and not " + dispatched;
      case IN_TRANSIT -> open + " and " + dispatched;
      case CANCELLED -> "not " + open + " and not " + dispatched;
      case RECEIVED -> "not " + open + " and " + received + " and not " + writtenOff;
      case CLOSED ->
          "not %s and %s and (%s or not %s)".formatted(open, dispatched, writtenOff, received);
    };
  }

  private static String some(String condition) {
    return "exists (select 1 from transfer x where x.transfer_id = t.transfer_id and %s)"
        .formatted(condition);
  }
}
