package io.stockledger.server.channel;

/** It is taken out of use, or into use; there is nothing more to say. */
record InUseRequest() {}
