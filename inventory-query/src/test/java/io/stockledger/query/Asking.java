package io.stockledger.query;

import io.stockledger.api.Answer;
import io.stockledger.api.Query;
import io.stockledger.projections.testing.ReadDatabase;
import io.stockledger.query.reading.ReadModel;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;

/** A query gateway on a database, with a clock that stands where it is put. */
final class Asking {
  private final AtomicReference<Instant> clock;
  private final QueryGateway gateway;

  Asking(ReadDatabase database, Instant now) {
    clock = new AtomicReference<>(now);
    SimpleQueryBus bus = SimpleQueryBus.builder().build();
    InventoryQueryConfiguration.subscribe(new ReadModel(database.dataSource(), clock::get), bus);
    gateway = DefaultQueryGateway.builder().queryBus(bus).build();
  }

  Asking at(Instant now) {
    clock.set(now);
    return this;
  }

  Answer ask(Query<?> query) {
    return gateway.query(query, Answer.class).join();
  }

  <V extends Answer.View> V view(Query<V> query) {
    return query.viewIn(ask(query));
  }
}
