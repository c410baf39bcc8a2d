/**
 * Decides: pure domain records, their thin Axon shells, and automations, a package per feature.
 * {@link io.stockledger.command.InventoryCommandConfiguration} is the front door; start reading at
 * {@link io.stockledger.command.stock.StockItem}.
 *
 * <p>May use: {@code io.stockledger.api}, Axon, Spring for wiring. It knows no store: what it needs
 * of one are ports, which whoever runs it provides.
 */
@NullMarked
package io.stockledger.command;

import org.jspecify.annotations.NullMarked;
