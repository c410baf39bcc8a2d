package io.stockledger.ledger;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of a command as far as it is recorded.
 *
 * @param receipt null if none is recorded up to the position
 * @param position the head before the receipt was looked for
 */
public record ReceiptLookup(@Nullable Receipt receipt, long position) {}
