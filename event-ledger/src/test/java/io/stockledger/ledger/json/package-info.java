/** Tests of the stored form. */
@NullMarked
package io.stockledger.ledger.json;

import org.jspecify.annotations.NullMarked;
