/**
 * API keys. Start at {@link io.stockledger.projections.credential.CredentialRow#fold}.
 *
 * <p>May use: {@code running}, {@code table}, the API.
 */
@NullMarked
package io.stockledger.projections.credential;

import org.jspecify.annotations.NullMarked;
