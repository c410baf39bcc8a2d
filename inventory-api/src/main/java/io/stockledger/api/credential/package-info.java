/**
 * API keys, their owners and what they may do. Start at {@link
 * io.stockledger.api.credential.CredentialCommand}.
 *
 * <p>May use: {@code io.stockledger.api}, the JDK, the annotations of Jackson.
 */
@NullMarked
package io.stockledger.api.credential;

import org.jspecify.annotations.NullMarked;
