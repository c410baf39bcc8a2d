/**
 * Drafts of rules and what they would have made of days that have passed, over HTTP. Start at
 * {@link io.stockledger.server.preview.PreviewController}.
 *
 * <p>May use: {@code http}, {@code read}, {@code write}, {@code problem}, {@code security}, {@code
 * channel}, {@code io.stockledger.outgoing} and the messages of {@code io.stockledger.api}. No SQL.
 */
@NullMarked
package io.stockledger.server.preview;

import org.jspecify.annotations.NullMarked;
