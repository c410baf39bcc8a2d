package io.stockledger.server.transfer;

import io.stockledger.api.transfer.TransferReason;
import io.stockledger.server.problem.Faults;
import org.jspecify.annotations.Nullable;

/** The reason that is none of the listed ones needs a note. */
final class TransferReasons {
  private TransferReasons() {}

  static void check(@Nullable TransferReason reason, @Nullable String note, Faults faults) {
    if (reason == TransferReason.OTHER
        && (note == null || note.isBlank())
        && !faults.knows("note")) {
      faults.add("note", "is needed with reason OTHER", note);
    }
  }
}
