package io.stockledger.server.audit;

import io.stockledger.api.audit.HistoryView;
import io.stockledger.api.audit.HistoryView.HistoryEntry;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;

/** Writes a whole history page by page, so that its length costs no memory. */
final class HistoryExport {
  static final String NDJSON = "application/x-ndjson";
  static final String CSV = "text/csv";

  private static final List<String> COLUMNS =
      List.of(
          "version",
          "position",
          "type",
          "occurredAt",
          "recordedAt",
          "client",
          "credential",
          "key",
          "reason",
          "note",
          "source",
          "referenceType",
          "referenceId",
          "reservationId",
          "line",
          "quantity",
          "reversedVersion",
          "onHand",
          "good",
          "damaged",
          "quarantine",
          "nonSellable",
          "reserved",
          "setAside",
          "available");

  private final JsonMapper json;
  private final HistoryView first;
  private final Function<String, HistoryView> more;

  HistoryExport(JsonMapper json, HistoryView first, Function<String, HistoryView> more) {
    this.json = json;
    this.first = first;
    this.more = more;
  }

  void ndjson(OutputStream out) throws IOException {
    write(out, json::writeValueAsBytes, "\n");
  }

  void csv(OutputStream out) throws IOException {
    ObjectWriter writer = new CsvMapper().writer();
    out.write((String.join(",", COLUMNS) + "\n").getBytes(StandardCharsets.UTF_8));
    write(out, entry -> writer.writeValueAsBytes(row(entry)), "");
  }

  private void write(OutputStream out, Function<HistoryEntry, byte[]> line, String end)
      throws IOException {
    BufferedOutputStream buffered = new BufferedOutputStream(out);
    HistoryView page = first;
    while (true) {
      for (HistoryEntry entry : page.items()) {
        buffered.write(line.apply(entry));
        buffered.write(end.getBytes(StandardCharsets.UTF_8));
      }
      if (page.next() == null) {
        break;
      }
      page = more.apply(page.next());
    }
    buffered.flush();
  }

  private static String[] row(HistoryEntry e) {
    return new String[] {
      text(e.version()),
      text(e.position()),
      e.type(),
      text(e.occurredAt()),
      text(e.recordedAt()),
      guarded(e.client()),
      guarded(e.credential()),
      guarded(e.key()),
      guarded(e.reason()),
      guarded(e.note()),
      guarded(e.source()),
      guarded(e.reference() == null ? null : e.reference().type()),
      guarded(e.reference() == null ? null : e.reference().id()),
      guarded(e.reservationId()),
      guarded(e.line()),
      text(e.quantity()),
      text(e.reversedVersion()),
      text(e.figures().onHand()),
      text(e.figures().good()),
      text(e.figures().damaged()),
      text(e.figures().quarantine()),
      text(e.figures().nonSellable()),
      text(e.figures().reserved()),
      text(e.figures().setAside()),
      text(e.figures().available())
    };
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }

  /** A text that a spreadsheet would take for a formula stays a text. */
  private static String guarded(@Nullable String value) {
    return value != null && !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0
        ? "'" + value
        : text(value);
  }
}
