/**
 * Webhooks over HTTP. Start at {@link io.stockledger.server.webhook.WebhookController}; what is
 * registered comes from {@link io.stockledger.server.webhook.WebhookBook}.
 *
 * <p>May use: {@code http}, {@code write}, {@code read}, {@code security}, {@code preview} for
 * channels as the ledger has them, {@code io.stockledger.outgoing} and the messages of {@code
 * io.stockledger.api}. No SQL.
 */
@NullMarked
package io.stockledger.server.webhook;

import org.jspecify.annotations.NullMarked;
