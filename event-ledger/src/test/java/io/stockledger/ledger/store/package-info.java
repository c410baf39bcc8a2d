/** Tests of the store. */
@NullMarked
package io.stockledger.ledger.store;

import org.jspecify.annotations.NullMarked;
