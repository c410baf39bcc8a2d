package io.stockledger.ledger;

/** Under which an answer is remembered: keys belong to their client. */
record ReceiptKey(String client, String key) {}
