/**
 * The state of the read side. Start at {@link io.stockledger.query.projection.ProjectionQueries}.
 *
 * <p>May use: {@code reading}, the API, Axon's query annotations.
 */
@NullMarked
package io.stockledger.query.projection;

import org.jspecify.annotations.NullMarked;
