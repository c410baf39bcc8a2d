package io.stockledger.server.credential;

import io.stockledger.api.Identifiers;
import io.stockledger.api.Page;
import io.stockledger.api.credential.CredentialQuery.FindCredential;
import io.stockledger.api.credential.CredentialQuery.ListCredentials;
import io.stockledger.api.credential.CredentialSecretView;
import io.stockledger.api.credential.CredentialsView;
import io.stockledger.server.http.Read;
import io.stockledger.server.read.Pages;
import io.stockledger.server.read.ReadModels;
import io.stockledger.server.read.Reads;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** API keys without their secrets, ended ones included. */
@RestController
@RequestMapping(path = "/v1/credentials", produces = MediaType.APPLICATION_JSON_VALUE)
class CredentialReads {
  private final Reads reads;

  CredentialReads(Reads reads) {
    this.reads = reads;
  }

  /** Of one client, or all. */
  record CredentialParameters(
      @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String client,
      @Nullable @Min(1) @Max(Page.MAX_LIMIT) Long limit,
      @Nullable @Size(min = 1, max = Pages.LONGEST_CURSOR) String cursor) {}

  @GetMapping
  @Requires(Scope.CREDENTIAL_READ)
  ResponseEntity<CredentialsView> list(
      @ParameterObject CredentialParameters parameters, Read read) {
    return reads.answer(
        new ListCredentials(parameters.client(), Pages.of(parameters.limit(), parameters.cursor())),
        read,
        ReadModels.CREDENTIALS);
  }

  @GetMapping("/{id}")
  @Requires(Scope.CREDENTIAL_READ)
  ResponseEntity<CredentialSecretView> one(@PathVariable String id, Read read) {
    return reads.answer(new FindCredential(id), read, ReadModels.CREDENTIALS);
  }
}
