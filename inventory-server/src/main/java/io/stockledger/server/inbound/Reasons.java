package io.stockledger.server.inbound;

import io.stockledger.api.inbound.InboundReason;
import io.stockledger.server.problem.Faults;
import org.jspecify.annotations.Nullable;

/** The reason that is none of the listed ones needs a note. */
final class Reasons {
  private Reasons() {}

  static void check(@Nullable InboundReason reason, @Nullable String note, Faults faults) {
    if (reason == InboundReason.OTHER
        && (note == null || note.isBlank())
        && !faults.knows("note")) {
      faults.add("note", "is needed with reason OTHER", note);
    }
  }
}
