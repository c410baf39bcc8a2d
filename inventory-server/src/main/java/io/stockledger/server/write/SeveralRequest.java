package io.stockledger.server.write;

import io.stockledger.server.http.Write;

/** A checked body that says itself which items it is about. */
public interface SeveralRequest extends Stated {
  /**
   * What it asks of the ledger.
   *
   * @throws io.stockledger.server.problem.ProblemException {@code forbidden}, when its sender may
   *     not ask for that
   */
  Object command(Write write);
}
