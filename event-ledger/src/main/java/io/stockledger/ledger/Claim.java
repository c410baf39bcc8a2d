package io.stockledger.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something with an id of its own that spans streams, such as a reservation: which streams it
 * touches, whether it is open, when it is due. Written together with the events that change it.
 *
 * @param id unique among all claims; prefix it by kind
 * @param kind such as {@code reservation}
 * @param streams it touches; names without U+001F
 * @param open closed ones are kept for a while, so that their id is not used again
 * @param dueAt when something must happen by itself
 * @param reference by which it is found
 * @param body whatever else belongs to it; nobody may change these bytes
 */
@SuppressWarnings(
    "ArrayRecordComponent") // bytes on their way through, neither changed nor compared
public record Claim(
    String id,
    String kind,
    List<String> streams,
    boolean open,
    @Nullable Instant dueAt,
    @Nullable String reference,
    byte[] body) {

  public Claim {
    streams = List.copyOf(streams);
    if (streams.stream().anyMatch(stream -> stream.indexOf(ClaimTable.SEPARATOR) >= 0)) {
      throw new IllegalArgumentException("names of streams hold no U+001F");
    }
  }

  boolean touches(String streamPrefix) {
    return streams.stream().anyMatch(stream -> stream.startsWith(streamPrefix));
  }
}
