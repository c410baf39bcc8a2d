/** Tests of this feature; those of {@code reservation} hold the ledger in memory for all. */
@NullMarked
package io.stockledger.command.webhook;

import org.jspecify.annotations.NullMarked;
