package io.stockledger.benchmarks.inprocess;

/** Takes commands in process and tells when each is done. */
interface Bus extends AutoCloseable {
  /** What became of a command; called on any thread. */
  @FunctionalInterface
  interface Done {
    /**
     * @param good whether it is carried out and durable
     */
    void done(boolean good);
  }

  /**
   * Sends the reserve of one unit. Must not wait for it.
   *
   * @param number unique, of which the key is made
   */
  void reserve(int item, long number, Done done);

  @Override
  void close();
}
