/**
 * Devices that record offline, over HTTP. Start at {@link
 * io.stockledger.server.device.DeviceController} for deliveries, {@link
 * io.stockledger.server.device.DeviceReads} for reads.
 *
 * <p>May use: {@code http}, {@code write}, {@code read}, {@code problem}, {@code security}, {@code
 * stock} and the messages of {@code io.stockledger.api}. No SQL.
 */
@NullMarked
package io.stockledger.server.device;

import org.jspecify.annotations.NullMarked;
