package io.stockledger.server.write;

import io.stockledger.api.Circumstances;
import io.stockledger.server.http.Checked;
import io.stockledger.server.http.Write;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.security.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The fields that every body on stock and promises may have. */
public interface Stated extends Checked {
  /** When it happened, by the sender; none means now. */
  @Nullable Instant occurredAt();

  /** The system that says so. */
  @Nullable String source();

  /** The document behind it. */
  @Nullable Document reference();

  /** A short remark without personal data. */
  @Nullable String note();

  @Override
  default void check(Faults faults, String path) {
    faults.requireNotAhead(path + "occurredAt", occurredAt());
  }

  /** With the precondition and the rights of the request. */
  default Circumstances circumstances(Write write) {
    Document document = reference();
    return new Circumstances(
        occurredAt(),
        source(),
        document == null ? null : document.reference(),
        note(),
        write.ifVersion(),
        write.caller().may(Scope.BACKDATE));
  }
}
