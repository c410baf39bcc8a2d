/**
 * The registry of locations over HTTP. Start at {@link
 * io.stockledger.server.location.LocationController}.
 *
 * <p>May use: {@code http}, {@code write}, {@code read}, {@code security} and the messages of
 * {@code io.stockledger.api}. No SQL.
 */
@NullMarked
package io.stockledger.server.location;

import org.jspecify.annotations.NullMarked;
