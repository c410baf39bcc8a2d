/**
 * Webhooks: addresses of other systems that are told what happens. Start at {@link
 * io.stockledger.api.webhook.WebhookCommand}. Secrets never come here.
 *
 * <p>May use: {@code io.stockledger.api}, the JDK, the annotations of Jackson.
 */
@NullMarked
package io.stockledger.api.webhook;

import org.jspecify.annotations.NullMarked;
