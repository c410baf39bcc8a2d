package io.stockledger.outgoing.change;

/** By how much those who follow the changes of a channel are behind. */
public interface ConsumerLag {
  /** Seconds by which the slowest open stream of a channel is behind; 0 where there is none. */
  long secondsBehind(String channel);
}
