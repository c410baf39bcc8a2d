package io.stockledger.benchmarks.load;

import java.nio.ByteBuffer;

/**
 * What is asked and what the answers are worth. Everything is called on the one thread of the
 * generator, so nothing here need be safe for others.
 */
public interface Traffic {
  /** Instead of a ticket: there is nothing to ask now. */
  long NOTHING = -1;

  /**
   * Puts the next request, whole, into the buffer.
   *
   * @return a ticket that comes back with the answer, at least 0; or {@link #NOTHING}
   */
  long ask(ByteBuffer request);

  /**
   * Takes the answer.
   *
   * @param reply is only good during this call
   * @return how many acknowledged units of work it brings; 0 if it was refused
   */
  int answered(long ticket, Reply reply);

  /** There will be no answer: the connection broke after the request was sent. */
  void lost(long ticket);
}
