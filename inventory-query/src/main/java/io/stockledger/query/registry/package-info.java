/**
 * The registry of locations and products. Start at {@link
 * io.stockledger.query.registry.LocationQueries}.
 *
 * <p>May use: {@code reading}, the API, Axon's query annotations.
 */
@NullMarked
package io.stockledger.query.registry;

import org.jspecify.annotations.NullMarked;
