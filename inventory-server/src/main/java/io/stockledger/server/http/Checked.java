package io.stockledger.server.http;

import io.stockledger.server.problem.Faults;

/** A body or set of parameters with rules that span fields. Fields may be null when asked. */
public interface Checked {
  /**
   * @param path of this object in the request, ending in a dot, or empty
   */
  void check(Faults faults, String path);
}
