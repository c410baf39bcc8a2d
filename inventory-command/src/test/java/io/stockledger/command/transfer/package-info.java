/** Transfers, decided without Axon. */
@NullMarked
package io.stockledger.command.transfer;

import org.jspecify.annotations.NullMarked;
