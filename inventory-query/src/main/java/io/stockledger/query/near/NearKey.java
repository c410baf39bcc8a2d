package io.stockledger.query.near;

/** Where a row in memory is found: what one channel offers of something. */
public record NearKey(String channel, Place place) {}
