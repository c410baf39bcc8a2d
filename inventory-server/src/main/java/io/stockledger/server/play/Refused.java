package io.stockledger.server.play;

import java.time.Instant;

/**
 * A channel did not promise units of an item.
 *
 * @param said in the words of {@link Offer#refusal()}
 * @param from before it was decided
 * @param until after it was decided
 */
record Refused(Outlet outlet, Item item, long units, String said, Instant from, Instant until) {}
