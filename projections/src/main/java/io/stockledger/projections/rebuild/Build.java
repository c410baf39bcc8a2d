package io.stockledger.projections.rebuild;

import io.stockledger.projections.ProjectionsConfiguration;
import io.stockledger.projections.running.Folding;
import io.stockledger.projections.running.Projection;
import io.stockledger.projections.running.RecordedEvent;
import java.sql.Connection;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One run through the ledger into one schema, on one connection. */
final class Build {
  private static final int BATCH_SIZE = 1_000;
  private static final int PATIENCE_SECONDS = 30;

  private final List<Projection> projections;
  private final List<Folding> foldings;
  private final TransactionTemplate transaction;
  private final TokenStore tokens;

  Build(
      Connection connection,
      String schema,
      List<Projection> projections,
      Serializer serializer,
      InstantSource clock) {
    SingleConnectionDataSource here = new SingleConnectionDataSource(connection, true);
    JdbcTemplate jdbc = new JdbcTemplate(here);
    JdbcTransactionManager transactions = new JdbcTransactionManager(here);
    jdbc.execute("set search_path to " + schema);
    this.projections = projections;
    this.foldings =
        projections.stream().map(p -> new Folding(p, jdbc, transactions, clock)).toList();
    this.transaction = new TransactionTemplate(transactions);
    this.tokens = ProjectionsConfiguration.tokenStore(here, serializer, "rebuild");
  }

  long run(
      StreamableMessageSource<TrackedEventMessage<?>> ledger, long upTo, LongConsumer progress) {
    long end = Math.min(upTo, positionOf(ledger.createHeadToken()));
    @Nullable TrackingToken last = ledger.createTailToken();
    try (BlockingStream<TrackedEventMessage<?>> stream = ledger.openStream(last)) {
      while (positionOf(last) < end) {
        List<TrackedEventMessage<?>> batch = next(stream, end);
        last = batch.getLast().trackingToken();
        fold(batch);
        progress.accept(positionOf(last));
      }
    }
    TrackingToken reached = last;
    transaction.executeWithoutResult(
        status -> projections.forEach(p -> tokens.initializeTokenSegments(p.name(), 1, reached)));
    return positionOf(reached);
  }

  private void fold(List<TrackedEventMessage<?>> batch) {
    List<RecordedEvent> events =
        batch.stream().flatMap(message -> RecordedEvent.of(message).stream()).toList();
    transaction.executeWithoutResult(status -> foldings.forEach(f -> f.fold(events)));
  }

  /** At least one message, and none beyond the end. */
  private static List<TrackedEventMessage<?>> next(
      BlockingStream<TrackedEventMessage<?>> stream, long end) {
    List<TrackedEventMessage<?>> batch = new ArrayList<>();
    try {
      while (batch.size() < BATCH_SIZE) {
        if (!stream.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          throw new IllegalStateException("the ledger says no more before position " + end);
        }
        TrackedEventMessage<?> message = stream.nextAvailable();
        batch.add(message);
        if (positionOf(message.trackingToken()) >= end) {
          return batch;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the rebuild was interrupted", e);
    }
    return batch;
  }

  private static long positionOf(@Nullable TrackingToken token) {
    return token == null ? 0 : token.position().orElse(0);
  }
}
