/**
 * API keys. Start at {@link io.stockledger.query.credential.CredentialQueries}.
 *
 * <p>May use: {@code reading}, the API, Axon's query annotations.
 */
@NullMarked
package io.stockledger.query.credential;

import org.jspecify.annotations.NullMarked;
