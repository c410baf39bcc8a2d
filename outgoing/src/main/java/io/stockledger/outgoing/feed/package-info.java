/**
 * Feeds: files that tell what a channel offers, for a download or written to a directory by the
 * clock. Start at {@link io.stockledger.outgoing.feed.LocalInventoryFeed}.
 *
 * <p>May use: {@code io.stockledger.outgoing.change}, {@code io.stockledger.api}, JDBC, files.
 */
@NullMarked
package io.stockledger.outgoing.feed;

import org.jspecify.annotations.NullMarked;
