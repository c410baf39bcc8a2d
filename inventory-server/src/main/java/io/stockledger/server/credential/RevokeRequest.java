package io.stockledger.server.credential;

/** A key ends now; there is nothing more to say. */
record RevokeRequest() {}
