/** Tests of the decider and all around it, with a toy domain in {@code ToyItem}. */
@NullMarked
package io.stockledger.ledger;

import org.jspecify.annotations.NullMarked;
