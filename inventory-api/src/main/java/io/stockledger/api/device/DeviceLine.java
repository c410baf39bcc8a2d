package io.stockledger.api.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Reference;
import io.stockledger.api.stock.AdjustReason;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.CountKind;
import io.stockledger.api.stock.CountMethod;
import io.stockledger.api.stock.ItemId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened where a device was. What a line must have depends on its type; the rest
 * is absent.
 *
 * @param sequence its number on the device, from 1
 * @param quantity units; signed for {@code adjust}
 * @param condition of what is received, returned or adjusted
 * @param counted absolute, by condition
 * @param reservationId against which it was picked
 * @param occurredAt by the device's clock
 * @param mayBackdate its sender may state counts from before the late window
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeviceLine(
    long sequence,
    DeviceLineType type,
    String location,
    String sku,
    @Nullable Long quantity,
    @Nullable Condition condition,
    @Nullable Condition from,
    @Nullable Condition to,
    @Nullable Map<Condition, Long> counted,
    @Nullable CountMethod method,
    @Nullable CountKind kind,
    @Nullable AdjustReason reason,
    @Nullable String reservationId,
    Instant occurredAt,
    @Nullable String source,
    @Nullable Reference reference,
    @Nullable String note,
    boolean mayBackdate) {
  private static final int BYTES = 12;

  public ItemId item() {
    return new ItemId(location, sku);
  }

  /** Tells two contents apart; equal for equal ones, in every version of this program. */
  public String hash() {
    StringBuilder text = new StringBuilder(160);
    say(text, "type", type);
    say(text, "location", location);
    say(text, "sku", sku);
    say(text, "quantity", quantity);
    say(text, "condition", condition);
    say(text, "from", from);
    say(text, "to", to);
    say(text, "counted", counted == null ? null : new TreeMap<>(counted));
    say(text, "method", method);
    say(text, "kind", kind);
    say(text, "reason", reason);
    say(text, "reservationId", reservationId);
    say(text, "occurredAt", occurredAt);
    say(text, "source", source);
    say(text, "referenceType", reference == null ? null : reference.type());
    say(text, "referenceId", reference == null ? null : reference.id());
    say(text, "note", note);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** With the length of the value, so that no two contents become one text. */
  private static void say(StringBuilder text, String name, @Nullable Object value) {
    if (value != null) {
      String said = value.toString();
      text.append(name).append(':').append(said.length()).append(':').append(said).append(';');
    }
  }
}
