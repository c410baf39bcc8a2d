/**
 * Rows of the read tables that this node keeps in memory, and what makes them true: everything that
 * it hears of the ledger. Start at {@link io.stockledger.query.near.Heard}.
 *
 * <p>May use: Caffeine, the API.
 */
@NullMarked
package io.stockledger.query.near;

import org.jspecify.annotations.NullMarked;
