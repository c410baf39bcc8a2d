/**
 * Who calls and what they may do: API keys, roles, scopes. Start at {@link
 * io.stockledger.server.security.Scope}.
 *
 * <p>May use: {@code problem}, Spring Security, the credential messages of {@code
 * io.stockledger.api}. No SQL.
 */
@NullMarked
package io.stockledger.server.security;

import org.jspecify.annotations.NullMarked;
