/**
 * Deliveries to other systems' addresses. Start at {@link
 * io.stockledger.outgoing.webhook.Deliveries}, then {@link
 * io.stockledger.outgoing.webhook.EndpointRun}; which addresses are allowed is in {@link
 * io.stockledger.outgoing.webhook.Addresses}.
 *
 * <p>May use: {@code io.stockledger.api}, {@code change}, JDBC, the HTTP client.
 */
@NullMarked
package io.stockledger.outgoing.webhook;

import org.jspecify.annotations.NullMarked;
