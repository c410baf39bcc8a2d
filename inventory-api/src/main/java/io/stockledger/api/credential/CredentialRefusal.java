package io.stockledger.api.credential;

import io.stockledger.api.Refusal;

/** Why a credential is not changed. */
public sealed interface CredentialRefusal extends Refusal {
  record UnknownCredential(String credentialId) implements CredentialRefusal {
    @Override
    public String type() {
      return "unknown-credential";
    }
  }

  /** It was revoked or replaced already. */
  record CredentialEnded(String credentialId) implements CredentialRefusal {
    @Override
    public String type() {
      return "credential-ended";
    }
  }

  /** The client has, or had, a credential of that id. */
  record DuplicateCredential(String credentialId) implements CredentialRefusal {
    @Override
    public String type() {
      return "duplicate-id";
    }
  }
}
