package io.stockledger.outgoing.webhook;

import java.util.List;

/** Port: what is registered. */
public interface Endpoints {
  /** All of them, paused ones included, as of now. */
  List<Endpoint> all();

  /** The receiver said that it does not exist any more: nothing is sent until somebody resumes. */
  void gone(String webhook);
}
