package io.stockledger.server.write;

/** It is taken out of use, or into use; there is nothing more to say. */
public record InUseRequest() {}
