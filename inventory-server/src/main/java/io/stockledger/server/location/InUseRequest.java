package io.stockledger.server.location;

/** It is taken out of use, or into use; there is nothing more to say. */
record InUseRequest() {}
