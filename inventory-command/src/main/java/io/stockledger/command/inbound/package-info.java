/**
 * Expected supply over one or many items, decided together and recorded on all of them or on none.
 * Start reading at {@link io.stockledger.command.inbound.InboundCommandHandler}: it loads, the
 * rules of each command decide on drafts, and only then is anything applied. {@link
 * io.stockledger.command.inbound.Inbound} is what the ledger keeps of a purchase order or shipping
 * notice beside the items' entries.
 *
 * <p>May use: {@code io.stockledger.api}, {@link io.stockledger.command.stock}, and in the shell
 * Axon. What is needed of the world are ports: {@link
 * io.stockledger.command.inbound.InboundRegister}, {@link
 * io.stockledger.command.inbound.LocalDays}.
 */
@NullMarked
package io.stockledger.command.inbound;

import org.jspecify.annotations.NullMarked;
