package io.stockledger.server.stock;

import io.stockledger.api.stock.AdjustReason;
import io.stockledger.server.http.Write;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.security.Scope;
import org.jspecify.annotations.Nullable;

/** The reason that is none of the listed ones: it needs a note and a manager's right. */
public final class OtherReason {
  private OtherReason() {}

  static void check(@Nullable AdjustReason reason, @Nullable String note, Faults faults) {
    if (reason == AdjustReason.OTHER && (note == null || note.isBlank())) {
      faults.add("note", "is needed with reason OTHER", note);
    }
  }

  /**
   * @throws io.stockledger.server.problem.ProblemException {@code forbidden}
   */
  public static void requireRight(AdjustReason reason, Write write) {
    if (reason == AdjustReason.OTHER) {
      write.caller().require(Scope.ADJUST_OTHER);
    }
  }
}
