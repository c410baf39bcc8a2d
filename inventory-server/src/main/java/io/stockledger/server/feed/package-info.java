/**
 * Feeds of what channels offer, over HTTP: as a download, and how those are that are written to
 * files by the clock. Start at {@link io.stockledger.server.feed.InventoryFeedDownload}.
 *
 * <p>May use: {@code http}, {@code read}, {@code problem}, {@code security}, {@code changes},
 * {@code io.stockledger.outgoing} and the messages of {@code io.stockledger.api}. No SQL.
 */
@NullMarked
package io.stockledger.server.feed;

import org.jspecify.annotations.NullMarked;
