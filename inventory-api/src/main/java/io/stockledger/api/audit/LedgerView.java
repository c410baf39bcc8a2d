package io.stockledger.api.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.stockledger.api.Answer.View;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the ledger.
 *
 * @param next the position to ask after for more, absent when this was the end
 * @param position of the ledger's newest entry
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LedgerView(
    List<LedgerEntry> items, @Nullable String next, long position, Instant asOf, String stamp)
    implements View {
  /**
   * @param stream such as {@code stock:L1/85123A}
   * @param version within the stream, from 1
   * @param data the event as it was stored, byte for byte
   * @param metadata what is known of its command, as it was stored
   */
  public record LedgerEntry(
      long position,
      String stream,
      long version,
      String type,
      int revision,
      String eventId,
      Instant occurredAt,
      Instant recordedAt,
      @JsonRawValue String data,
      @JsonRawValue String metadata) {}
}
