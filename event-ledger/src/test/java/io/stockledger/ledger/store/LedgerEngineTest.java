package io.stockledger.ledger.store;

import io.stockledger.ledger.json.CanonicalJsonSerializer;
import io.stockledger.ledger.json.EventNames;
import io.stockledger.ledger.testing.TestPostgres;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.junit.jupiter.api.BeforeEach;

/** Axon's own tests of a storage engine, on a real PostgreSQL. */
class LedgerEngineTest extends BatchingEventStorageEngineTest<LedgerEngine, LedgerEngineBuilder> {

  private final TestPostgres postgres = TestPostgres.fresh();

  @BeforeEach
  void useEngine() {
    setTestSubject(createEngine());
  }

  @Override
  protected LedgerEngine createEngine(UnaryOperator<LedgerEngineBuilder> customization) {
    EventStages stages = new EventStages();
    Database database = new Database(postgres.app(), postgres.app(), stages);
    CanonicalJsonSerializer serializer = new CanonicalJsonSerializer(EventNames.of(Map.of()));
    LedgerEngineBuilder builder =
        new LedgerEngineBuilder(database, stages, new LedgerFeed(), serializer);
    return customization.apply(builder).build();
  }
}
