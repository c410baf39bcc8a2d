/**
 * What sales channels may offer. Start at {@link io.stockledger.api.channel.SellableQuery}.
 *
 * <p>May use: {@code io.stockledger.api}, the JDK, the annotations of Jackson.
 */
@NullMarked
package io.stockledger.api.channel;

import org.jspecify.annotations.NullMarked;
