/**
 * A real PostgreSQL for tests, here and in other modules. Start reading at {@link
 * io.stockledger.ledger.testing.TestPostgres}.
 */
@NullMarked
package io.stockledger.ledger.testing;

import org.jspecify.annotations.NullMarked;
