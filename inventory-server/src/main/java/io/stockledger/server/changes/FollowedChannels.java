package io.stockledger.server.changes;

import io.stockledger.api.channel.SellableQuery;
import io.stockledger.outgoing.change.ChangeLog;
import io.stockledger.server.http.Read;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.problem.Problem;
import io.stockledger.server.problem.ProblemException;
import io.stockledger.server.problem.ProblemType;
import io.stockledger.server.read.ReadModels;
import io.stockledger.server.read.Reads;
import io.stockledger.server.security.Caller;
import io.stockledger.server.security.Scope;
import org.springframework.stereotype.Component;

/** Who may follow which channel, and from where on. */
@Component
public class FollowedChannels {
  private static final int RETRY_SECONDS = 5;

  private final Reads reads;
  private final PutChannels channels;
  private final ChangeLog log;

  FollowedChannels(Reads reads, PutChannels channels, ChangeLog log) {
    this.reads = reads;
    this.channels = channels;
    this.log = log;
  }

  /**
   * @throws ProblemException {@code forbidden}, {@code unknown-channel}, {@code channel-not-put}
   */
  public void require(Read read, String channel) {
    if (!read.caller().speaksFor(channel)) {
      throw Caller.forbidden(Scope.STOCK_READ);
    }
    reads.awaitPosition(read, ReadModels.REGISTRY);
    if (channels.isPut(channel)) {
      return;
    }
    throw new ProblemException(
        channel.equals(SellableQuery.DEFAULT_CHANNEL)
            ? Problem.of(
                    ProblemType.CHANNEL_NOT_PUT,
                    "It is there without having been put; its changes are told once it is: PUT"
                        + " /v1/channels/"
                        + channel
                        + ".")
                .with("channel", channel)
            : Problem.of(ProblemType.UNKNOWN_CHANNEL, "There is no such channel.")
                .with("channel", channel));
  }

  /**
   * @param field where it was said
   * @throws ProblemException when what follows is not kept any more, or was not told yet
   */
  public void requireKept(long after, String field) {
    long begin = log.begin();
    if (after < begin) {
      throw new ProblemException(
          Problem.of(
                  ProblemType.CHANGES_GONE,
                  "Some of what changed since is not kept any more: follow from now on, and read"
                      + " the availability anew.")
              .with("after", after)
              .with("oldestAfter", begin));
    }
    if (after > log.end()) {
      throw Faults.one(field, "is beyond the last change that was told", Long.toString(after));
    }
  }

  /** There is no room for one more who follows. */
  static ProblemException full() {
    return new ProblemException(
        Problem.of(
                ProblemType.OVERLOADED,
                "This node has as many open streams as it may have, or is shutting down.")
            .retryAfter(RETRY_SECONDS));
  }
}
