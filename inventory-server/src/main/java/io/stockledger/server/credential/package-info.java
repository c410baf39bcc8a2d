/**
 * API keys over HTTP. Start at {@link io.stockledger.server.credential.CredentialController}.
 *
 * <p>May use: {@code http}, {@code write}, {@code read}, {@code security} and the messages of
 * {@code io.stockledger.api}. No SQL.
 */
@NullMarked
package io.stockledger.server.credential;

import org.jspecify.annotations.NullMarked;
