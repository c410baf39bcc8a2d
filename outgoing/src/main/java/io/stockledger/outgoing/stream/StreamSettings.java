package io.stockledger.outgoing.stream;

import java.time.Duration;

/**
 * How changes are streamed.
 *
 * @param mostStreams so many may be open on this node
 * @param mostWaiting so many bytes may wait for one reader before it is too slow. Streams without a
 *     filter share them
 * @param heartbeat after so long a silence a comment is sent
 * @param atMostEvery two portions are so far apart, unless one is full
 */
public record StreamSettings(
    int mostStreams, int mostWaiting, Duration heartbeat, Duration atMostEvery) {
  public static final StreamSettings DEFAULT =
      new StreamSettings(4_000, 1_048_576, Duration.ofSeconds(15), Duration.ofMillis(80));

  public StreamSettings {
    if (mostStreams < 0 || mostWaiting < 1 || !heartbeat.isPositive()) {
      throw new IllegalArgumentException("streams need room, and a heartbeat");
    }
  }

  public StreamSettings mostStreams(int other) {
    return new StreamSettings(other, mostWaiting, heartbeat, atMostEvery);
  }
}
