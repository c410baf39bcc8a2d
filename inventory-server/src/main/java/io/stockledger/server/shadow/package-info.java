/**
 * What other systems say of channels that only watch, over HTTP. Start at {@link
 * io.stockledger.server.shadow.ShadowController}.
 *
 * <p>May use: {@code http}, {@code read}, {@code write}, {@code problem}, {@code security}, {@code
 * preview}, {@code io.stockledger.outgoing} and the messages of {@code io.stockledger.api}. No SQL.
 */
@NullMarked
package io.stockledger.server.shadow;

import org.jspecify.annotations.NullMarked;
