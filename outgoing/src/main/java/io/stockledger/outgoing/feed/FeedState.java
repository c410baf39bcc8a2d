package io.stockledger.outgoing.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a scheduled feed is. All that is absent was not yet, or is not.
 *
 * @param channel whose feed it was; that of another one begins anew
 * @param change the last change of the log that is in its files
 * @param fullAt when its newest full file was begun
 * @param lookedAt when it was last found to have all changes
 * @param newest its newest file
 * @param running the file that is being written
 * @param failure of its last attempt
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FeedState(
    String channel,
    @Nullable Long change,
    @Nullable Instant fullAt,
    @Nullable Instant lookedAt,
    @Nullable FileWritten newest,
    @Nullable FileBegun running,
    @Nullable Failure failure) {
  /**
   * A file that is complete.
   *
   * @param file its name within the directory
   * @param lines products in stores
   * @param leftOut those that it could not tell of, since their SKU is longer than 50, or another
   *     location has the same store code
   */
  public record FileWritten(
      FeedKind kind, String file, long lines, long leftOut, Instant begunAt, Instant finishedAt) {}

  /**
   * @param lines that it has so far, about
   */
  public record FileBegun(FeedKind kind, Instant begunAt, long lines) {}

  /**
   * @param times that it failed in a row
   */
  public record Failure(String what, Instant at, int times) {}

  static FeedState begin(String channel) {
    return new FeedState(channel, null, null, null, null, null, null);
  }

  FeedState running(@Nullable FileBegun now) {
    return new FeedState(channel, change, fullAt, lookedAt, newest, now, failure);
  }

  FeedState failed(String what, Instant at) {
    Failure now = new Failure(what, at, failure == null ? 1 : failure.times() + 1);
    return new FeedState(channel, change, fullAt, lookedAt, newest, null, now);
  }

  FeedState full(FileWritten file, long from) {
    return new FeedState(channel, from, file.begunAt(), file.begunAt(), file, null, null);
  }

  /**
   * @param file absent where there was nothing to tell
   * @param all whether it has all changes by now
   */
  FeedState incremental(@Nullable FileWritten file, long upTo, boolean all, Instant now) {
    return new FeedState(
        channel, upTo, fullAt, all ? now : lookedAt, file == null ? newest : file, null, null);
  }
}
