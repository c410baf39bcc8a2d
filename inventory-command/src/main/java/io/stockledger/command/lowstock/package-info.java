/**
 * Rules on low stock: {@link io.stockledger.command.lowstock.LowStockRule} decides, {@link
 * io.stockledger.command.lowstock.LowStockRuleAggregate} is its Axon shell, {@link
 * io.stockledger.command.lowstock.WhenRuleDiffersThenSetThreshold} carries them out.
 *
 * <p>May use: {@code io.stockledger.api}, and in the shells Axon.
 */
@NullMarked
package io.stockledger.command.lowstock;

import org.jspecify.annotations.NullMarked;
