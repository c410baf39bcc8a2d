/**
 * What channels may promise, at the moment of a decision. Start at {@link
 * io.stockledger.command.channel.Offering}.
 *
 * <p>May use: {@code io.stockledger.promise}, {@code io.stockledger.api}, and in the shells Axon.
 */
@NullMarked
package io.stockledger.command.channel;

import org.jspecify.annotations.NullMarked;
