package io.stockledger.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What a client is told, to the byte: what the receipt keeps is what was sent.
 *
 * @param status such as an HTTP status; a refusal from 400 on
 * @param body nobody may change these bytes
 * @param location where something with an id of its own came into being
 * @param position of the command's last event, or of the ledger's head if it has none; set by the
 *     bus, whatever the encoder says
 * @param remembered whether a repeat under the same key gets this answer; false for answers that a
 *     later try may change, which leaves the key free
 * @param replayed whether this is the answer to an earlier command under the same key
 */
@SuppressWarnings(
    "ArrayRecordComponent") // bytes on their way through, neither changed nor compared
public record Answer(
    int status,
    byte[] body,
    @Nullable String location,
    long position,
    boolean remembered,
    boolean replayed) {

  private static final int FIRST_REFUSAL = 400;

  /** An answer whose position is yet to be known. */
  public static Answer of(int status, byte[] body, @Nullable String location, boolean remembered) {
    return new Answer(status, body, location, 0, remembered, false);
  }

  /** Whether nothing took effect, as its status says. */
  public boolean isRefusal() {
    return status >= FIRST_REFUSAL;
  }

  /** The same answer, given once more. */
  public Answer again() {
    return new Answer(status, body, location, position, remembered, true);
  }

  Answer at(long knownPosition) {
    return new Answer(status, body, location, knownPosition, remembered, false);
  }
}
