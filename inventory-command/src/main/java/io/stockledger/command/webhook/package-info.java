/**
 * What is registered as a webhook: {@link io.stockledger.command.webhook.Webhooks} decides, {@link
 * io.stockledger.command.webhook.WebhooksAggregate} is its Axon shell. Secrets never come here.
 *
 * <p>May use: {@code io.stockledger.api}, and in the shell Axon.
 */
@NullMarked
package io.stockledger.command.webhook;

import org.jspecify.annotations.NullMarked;
