package io.stockledger.server.bulk;

import io.stockledger.server.http.Write;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.problem.Problem;
import org.jspecify.annotations.Nullable;

/** An element of a batch that was looked at. */
sealed interface Element {
  /** Its place in the request, from 0. */
  int index();

  /** Its own key, or the one made for it. */
  @Nullable String key();

  /** It can be decided. */
  record Ready(int index, @Nullable String key, Object command, Write write) implements Element {}

  /** It may not be asked for, or lacks a key. */
  record Ended(int index, @Nullable String key, Problem problem) implements Element {}

  /** It is malformed. The faults name fields of the element. */
  record Malformed(int index, @Nullable String key, Faults faults) implements Element {
    /** The faults as those of the whole request. */
    void addTo(Faults whole) {
      whole.addAll("[" + index + "]", faults);
    }

    Problem problem() {
      Faults whole = new Faults(faults.now());
      addTo(whole);
      return whole.problem();
    }
  }
}
