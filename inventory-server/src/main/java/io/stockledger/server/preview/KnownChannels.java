package io.stockledger.server.preview;

import io.stockledger.outgoing.preview.StoredChannels;
import io.stockledger.outgoing.preview.StoredChannels.Stored;
import io.stockledger.server.problem.Problem;
import io.stockledger.server.problem.ProblemException;
import io.stockledger.server.problem.ProblemType;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Channels as the ledger itself has them, so that what was just put is known. */
@Component
public class KnownChannels {
  private final StoredChannels stored;

  KnownChannels(StoredChannels stored) {
    this.stored = stored;
  }

  /**
   * @throws ProblemException {@code unknown-channel}
   */
  public Stored require(String channel, Instant now) {
    return stored
        .find(channel, now)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(ProblemType.UNKNOWN_CHANNEL, "There is no such channel.")
                        .with("channel", channel)));
  }
}
