/**
 * Puts the ledger together: Axon's infrastructure, declared bean by bean and left to no
 * auto-configuration, and the ports of {@code inventory-command} over {@code event-ledger}. Start
 * at {@link io.stockledger.server.wiring.LedgerWiring}.
 *
 * <p>May use everything below it; no HTTP.
 */
@NullMarked
package io.stockledger.server.wiring;

import org.jspecify.annotations.NullMarked;
