package io.stockledger.promise.replay;

import io.stockledger.promise.ChannelBook;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A channel as the ledger knew it at a moment.
 *
 * @param book it with its rules; as the default channel comes where nobody said anything of it
 * @param put somebody had said what it is
 * @param lastRecordedAt when its last entry was recorded; absent before the first
 */
public record PastChannel(ChannelBook book, boolean put, @Nullable Instant lastRecordedAt) {

  /** Whether there was such a channel; the default one was always there. */
  public boolean exists() {
    return lastRecordedAt != null || book.channel().equals(ChannelBook.DEFAULT);
  }
}
