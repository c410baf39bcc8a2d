package io.stockledger.server.http;

import io.stockledger.ledger.KeyInFlightException;
import io.stockledger.ledger.KeyReusedException;
import io.stockledger.ledger.OverloadedException;
import io.stockledger.ledger.ShuttingDownException;
import io.stockledger.ledger.StoreUnavailableException;
import io.stockledger.server.problem.Problem;
import io.stockledger.server.problem.ProblemType;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells from a failure what its caller can do about it; most often: come again. */
public final class Interruptions {
  /** Connection gone, server shutting down or starting, out of connections, cancelled. */
  private static final List<String> STORE_GONE = List.of("08", "57P", "53", "57014", "25P03");

  private Interruptions() {}

  /** None, when it is a mistake of ours. */
  public static @Nullable Problem problemOf(Throwable failure) {
    return Causes.of(failure)
        .map(Interruptions::known)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Problem known(Throwable cause) {
    return switch (cause) {
      case KeyReusedException e ->
          Problem.of(
                  ProblemType.IDEMPOTENCY_KEY_REUSED,
                  "Another request was sent under the key " + e.key() + ".")
              .with("key", e.key());
      case KeyInFlightException e ->
          Problem.of(
                  ProblemType.KEY_IN_FLIGHT,
                  "The answer under the key " + e.key() + " can be had in a moment.")
              .with("key", e.key())
              .retryAfter(1);
      case OverloadedException e ->
          Problem.of(ProblemType.OVERLOADED, "Nothing was decided; send it again.").retryAfter(1);
      case ShuttingDownException e ->
          Problem.of(ProblemType.OVERLOADED, "This node is shutting down.").retryAfter(1);
      case StoreUnavailableException e -> storeUnavailable();
      case SQLTransientConnectionException e -> storeUnavailable();
      case SQLException e -> storeGone(e) ? storeUnavailable() : null;
      default -> null;
    };
  }

  private static boolean storeGone(SQLException failure) {
    String state = failure.getSQLState();
    return state != null && STORE_GONE.stream().anyMatch(state::startsWith);
  }

  private static Problem storeUnavailable() {
    return Problem.of(
            ProblemType.STORE_UNAVAILABLE,
            "Whether a write took effect, its key tells: send it again, or ask GET /v1/commands/{key}.")
        .retryAfter(1);
  }
}
