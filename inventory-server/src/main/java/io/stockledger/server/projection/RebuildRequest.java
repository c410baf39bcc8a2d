package io.stockledger.server.projection;

import org.jspecify.annotations.Nullable;

/**
 * The read model is to be made anew.
 *
 * @param compare only to be held against the live one, which stays; false by default
 */
record RebuildRequest(@Nullable Boolean compare) {}
