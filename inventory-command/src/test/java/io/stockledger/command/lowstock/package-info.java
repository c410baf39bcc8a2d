/** Tests of this feature; those of {@code reservation} hold the ledger in memory for all. */
@NullMarked
package io.stockledger.command.lowstock;

import org.jspecify.annotations.NullMarked;
