package io.stockledger.ledger;

import io.stockledger.ledger.store.RoundTrip;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What commands of a batch will ask for, looked up for all of them at once: receipts, claims, and
 * aggregates that are not in memory. A command whose wants cannot be told is decided all the same,
 * and asks for them itself.
 */
final class LookUps {

  private static final Logger log = LoggerFactory.getLogger(LookUps.class);

  private final LedgerClaims claims;
  private final List<BatchPart> parts;
  private final Function<CommandMessage<?>, Collection<String>> claimIds;
  private final Function<CommandMessage<?>, Collection<Loading>> loadings;

  LookUps(
      LedgerClaims claims,
      List<BatchPart> parts,
      Function<CommandMessage<?>, Collection<String>> claimIds,
      Function<CommandMessage<?>, Collection<Loading>> loadings) {
    this.claims = claims;
    this.parts = parts;
    this.claimIds = claimIds;
    this.loadings = loadings;
  }

  /** Fills claims and what the batch reads ahead, and returns the receipts that there are. */
  Map<ReceiptKey, Receipt> make(List<WaitingCommand> commands, OpenBatch batch)
      throws SQLException {
    RoundTrip trip = new RoundTrip();
    Map<ReceiptKey, Receipt> receipts = ReceiptTable.find(trip, keys(commands));
    claims.prefetch(trip, wanted(commands, claimIds));
    batch.readAhead().add(trip, streams(wanted(commands, loadings), batch));
    trip.make(batch.lookUps());
    return receipts;
  }

  private static List<ReceiptKey> keys(List<WaitingCommand> commands) {
    return commands.stream().flatMap(command -> command.receiptKeys().stream()).toList();
  }

  private Set<String> streams(Set<Loading> wanted, OpenBatch batch) {
    Set<String> streams = new LinkedHashSet<>();
    for (Loading loading : wanted) {
      if (isMissing(loading.stream(), batch)) {
        streams.add(loading.stream());
        loading.otherwise().stream()
            .filter(stream -> isMissing(stream, batch))
            .forEach(streams::add);
      }
    }
    return streams;
  }

  private boolean isMissing(String stream, OpenBatch batch) {
    return !batch.readAhead().has(stream) && parts.stream().noneMatch(part -> part.holds(stream));
  }

  private static <T> Set<T> wanted(
      List<WaitingCommand> commands, Function<CommandMessage<?>, Collection<T>> wants) {
    Set<T> wanted = new LinkedHashSet<>();
    for (WaitingCommand command : commands) {
      for (CommandMessage<?> message : command.handledMessages()) {
        try {
          wanted.addAll(wants.apply(message));
        } catch (RuntimeException e) {
          log.warn("what {} needs cannot be told", message.getCommandName(), e);
        }
      }
    }
    return wanted;
  }
}
