/**
 * Expected supply: what is announced, what can be promised by day, how vendors keep their word.
 * Start at {@link io.stockledger.query.inbound.InboundQueries}.
 *
 * <p>May use: {@code reading}, the API, Axon's query annotations.
 */
@NullMarked
package io.stockledger.query.inbound;

import org.jspecify.annotations.NullMarked;
