package io.stockledger.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The recorded answer to a command.
 *
 * @param position of the command's last event, or of the head it was decided at
 */
@SuppressWarnings(
    "ArrayRecordComponent") // bytes on their way through, neither changed nor compared
public record Receipt(
    String client,
    String key,
    byte[] requestHash,
    int status,
    @Nullable String location,
    byte[] answer,
    long position,
    Instant recordedAt) {

  Answer replayed() {
    return new Answer(status, answer, location, position, true, true);
  }
}
