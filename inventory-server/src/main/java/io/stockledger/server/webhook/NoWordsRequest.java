package io.stockledger.server.webhook;

/** The address says it all. */
record NoWordsRequest() {}
