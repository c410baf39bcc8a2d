/**
 * What channels may offer. Start at {@link io.stockledger.query.channel.SellableQueries}.
 *
 * <p>May use: {@code reading}, the API, Axon's query annotations.
 */
@NullMarked
package io.stockledger.query.channel;

import org.jspecify.annotations.NullMarked;
