package io.stockledger.server.security;

import io.stockledger.api.Answer;
import io.stockledger.api.credential.CredentialQuery.FindCredential;

/** Where credentials are looked up. */
@FunctionalInterface
public interface CredentialSource {
  Answer answer(FindCredential query);
}
