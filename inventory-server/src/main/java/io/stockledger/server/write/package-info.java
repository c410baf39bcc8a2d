/**
 * From a checked request to the command bus, and from a decision to the bytes of its answer. Start
 * at {@link io.stockledger.server.write.WriteGateway}; what is answered is made by {@link
 * io.stockledger.server.write.WriteAnswers}.
 *
 * <p>May use: {@code http}, {@code problem}, {@code security}, the messages of {@code
 * io.stockledger.api}, Axon's command gateway, {@code io.stockledger.ledger}. No SQL.
 */
@NullMarked
package io.stockledger.server.write;

import org.jspecify.annotations.NullMarked;
