/**
 * What devices deliver late, again and out of order, taken once and in the order of their
 * sequences. Start reading at {@link io.stockledger.command.device.DeviceRules}: which lines are
 * ready; then {@link io.stockledger.command.device.LineRules}: what becomes of one of them. {@link
 * io.stockledger.command.device.Device} is what its entries made of a device.
 *
 * <p>May use: {@code io.stockledger.api}, {@link io.stockledger.command.stock}, {@link
 * io.stockledger.command.reservation}, and in the shells Axon. What is needed of the world are
 * ports: {@link io.stockledger.command.device.Shelves}, {@link
 * io.stockledger.command.device.DeviceWaits}.
 */
@NullMarked
package io.stockledger.command.device;

import org.jspecify.annotations.NullMarked;
