package io.stockledger.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.ledger.LedgerCommandBus;
import io.stockledger.ledger.LedgerRepository;
import io.stockledger.ledger.json.CanonicalJsonSerializer;
import io.stockledger.ledger.store.LedgerStore;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.modelling.command.Repository;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;

/** Axon chooses for itself where nothing is declared; this is what it must use. */
class WiringTest {
  @Test
  void axon_uses_what_was_declared_and_nothing_of_its_own() throws Exception {
    var context = RunningServer.shared().context();
    Configuration axon = context.getBean(Configuration.class);
    assertThat(axon.commandBus()).isInstanceOf(LedgerCommandBus.class);
    assertThat(axon.eventBus()).isInstanceOf(LedgerStore.class);
    assertThat(axon.getComponent(TransactionManager.class))
        .isInstanceOf(SpringTransactionManager.class);
    assertThat(axon.serializer()).isInstanceOf(CanonicalJsonSerializer.class);
    assertThat(context.getBeansOfType(CommandBus.class)).hasSize(1);
    assertThat(context.getBeansOfType(EventBus.class)).hasSize(1);
    assertThat(context.getBeansOfType(Serializer.class).values())
        .allMatch(CanonicalJsonSerializer.class::isInstance);
    assertThat(context.getBeansOfType(Repository.class))
        .hasSize(9)
        .values()
        .allMatch(LedgerRepository.class::isInstance);
  }
}
