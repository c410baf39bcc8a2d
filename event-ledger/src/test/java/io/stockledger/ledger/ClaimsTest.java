package io.stockledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockledger.ledger.ToyItem.Added;
import io.stockledger.ledger.testing.TestPostgres;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Claims are written with the events of their command, and seen by the commands behind it. */
class ClaimsTest {

  private static final Instant DUE = Instant.parse("2026-11-23T10:00:00Z");

  private final TestPostgres postgres = TestPostgres.fresh();
  private final ToyLedger toys = new ToyLedger(postgres);
  private final Claims claims = toys.ledger.claims();
  private int steps;

  @AfterEach
  void close() {
    toys.close();
  }

  private static Claim claim(String id, boolean open, @Nullable String reference) {
    return new Claim(
        id, "toy", List.of("toy:L1/a", "toy:L2/b"), open, DUE, reference, new byte[] {1});
  }

  /** A command whose handler does this. */
  private CompletableFuture<Object> decide(Supplier<@Nullable Object> decision) {
    String name = "step" + steps++;
    toys.ledger.commandBus().subscribe(name, message -> decision.get());
    return toys.sendNamed(name);
  }

  private void apply() {
    toys.ledger.store().publish(GenericEventMessage.asEventMessage(new Added("x", 1)));
  }

  private @Nullable Object put(Claim claim) {
    apply();
    claims.put(claim);
    return null;
  }

  @Test
  void what_a_command_puts_is_seen_by_itself_by_those_behind_it_and_by_everybody_in_the_end() {
    CompletableFuture<Object> put =
        decide(
            () -> {
              put(claim("r1", true, "order-1"));
              return claims.find("r1") != null;
            });
    CompletableFuture<Object> seen =
        decide(() -> claims.openWithReference("order-1", 10).stream().map(Claim::id).toList());
    CompletableFuture<Object> closed = decide(() -> put(claim("r1", false, "order-1")));
    CompletableFuture<Object> gone = decide(() -> claims.openWithReference("order-1", 10).size());
    CompletableFuture<Object> stillThere = decide(() -> put(claim("r2", true, "order-1")));
    toys.start();
    assertThat(put.join()).isEqualTo(true);
    assertThat(seen.join()).isEqualTo(List.of("r1"));
    closed.join();
    assertThat(gone.join()).isEqualTo(0);
    stillThere.join();
    assertThat(claims.openWithReference("order-1", 10)).extracting(Claim::id).containsExactly("r2");
    assertThat(claims.find("r1")).isNotNull().extracting(Claim::open).isEqualTo(false);
    assertThat(claims.find("r2"))
        .isNotNull()
        .usingRecursiveComparison()
        .isEqualTo(claim("r2", true, "order-1"));
    assertThat(toys.count("select position from ledger.claim where id = 'r2'")).isEqualTo(3);
  }

  @Test
  void a_command_that_fails_drops_its_claims() {
    CompletableFuture<Object> failed =
        decide(
            () -> {
              put(claim("r1", true, null));
              throw new IllegalStateException("thrown after put");
            });
    CompletableFuture<Object> behind = decide(() -> claims.find("r1") == null);
    toys.start();
    assertThatThrownBy(failed::join).hasRootCauseMessage("thrown after put");
    assertThat(behind.join()).isEqualTo(true);
    assertThat(claims.find("r1")).isNull();
  }

  @Test
  void a_claim_never_changes_without_an_event() {
    CompletableFuture<Object> silent =
        decide(
            () -> {
              claims.put(claim("r1", true, null));
              return null;
            });
    toys.start();
    assertThatThrownBy(silent::join).hasMessageContaining("must have an event");
    assertThatThrownBy(() -> claims.put(claim("r1", true, null)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void claims_are_found_by_stream_and_by_when_they_are_due() {
    toys.start();
    decide(() -> put(claim("r1", true, null))).join();
    decide(() -> put(claim("r2", false, null))).join();
    assertThat(claims.openTouching("toy:L2/", 10)).extracting(Claim::id).containsExactly("r1");
    assertThat(claims.openTouching("toy:L3/", 10)).isEmpty();
    assertThat(claims.due(DUE, 10)).extracting(Claim::id).containsExactly("r1");
    assertThat(claims.due(DUE.minusSeconds(1), 10)).isEmpty();
  }

  @Test
  void what_another_node_changed_is_not_remembered_as_it_was() {
    toys.start();
    assertThat(decide(() -> claims.find("r1") == null).join()).isEqualTo(true);
    try (ToyLedger other = new ToyLedger(postgres).start()) {
      other
          .ledger
          .commandBus()
          .subscribe(
              "put",
              message -> {
                other
                    .ledger
                    .store()
                    .publish(
                        new GenericDomainEventMessage<>("toy", "toy:z", 0, new Added("toy:z", 1)));
                other.ledger.claims().put(claim("r1", true, null));
                return "put";
              });
      other.sendNamed("put").join();
    }
    assertThat(decide(() -> claims.find("r1") == null).join()).isEqualTo(false);
  }

  @Test
  void the_keeper_deletes_closed_claims_only() throws SQLException {
    toys.start();
    decide(() -> put(claim("r1", true, null))).join();
    decide(() -> put(claim("r2", false, null))).join();
    long deleted = new LedgerKeeper(postgres.keeper()).deleteExpired(Instant.now().plusSeconds(60));
    assertThat(deleted).isEqualTo(1);
    assertThat(claims.find("r1")).isNotNull();
    assertThat(claims.find("r2")).isNull();
  }
}
