package io.stockledger.server.credential;

import io.stockledger.api.credential.CredentialCommand;
import io.stockledger.api.credential.CredentialCommand.IssueCredential;
import io.stockledger.api.credential.CredentialCommand.RevokeCredential;
import io.stockledger.api.credential.CredentialCommand.RotateCredential;
import io.stockledger.api.credential.CredentialQuery.FindCredential;
import io.stockledger.ledger.Answer;
import io.stockledger.server.http.Write;
import io.stockledger.server.read.ReadModels;
import io.stockledger.server.read.Reads;
import io.stockledger.server.security.ApiKey;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import io.stockledger.server.write.AnswersWith;
import io.stockledger.server.write.CredentialAnswer;
import io.stockledger.server.write.ToldOnce;
import io.stockledger.server.write.WriteGateway;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * API keys come and go. The key itself is told once, in the very first answer; what is remembered
 * for a repeat is that answer without it.
 */
@RestController
@AnswersWith(value = CredentialAnswer.class, creates = true)
@RequestMapping(
    path = "/v1/credentials",
    consumes = MediaType.APPLICATION_JSON_VALUE,
    produces = MediaType.APPLICATION_JSON_VALUE)
class CredentialController {
  private final WriteGateway writes;
  private final Reads reads;
  private final ToldOnce once;

  CredentialController(WriteGateway writes, Reads reads, ToldOnce once) {
    this.writes = writes;
    this.reads = reads;
    this.once = once;
  }

  @PostMapping
  @Requires(Scope.CREDENTIAL_WRITE)
  ResponseEntity<byte[]> issue(@RequestBody IssueRequest body, Write write) {
    write.refusePrecondition();
    ApiKey key = ApiKey.random();
    IssueCredential command =
        new IssueCredential(
            body.client(),
            key.credentialId(),
            key.secretHash(),
            EnumSet.copyOf(body.roles()),
            body.rights() == null ? Set.of() : Set.copyOf(body.rights()),
            body.channel());
    return withKey(settled(command, write), key, write);
  }

  @PostMapping("/{id}/rotate")
  @Requires(Scope.CREDENTIAL_WRITE)
  ResponseEntity<byte[]> rotate(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable RotateRequest body,
      Write write) {
    write.refusePrecondition();
    ApiKey key = ApiKey.random();
    Duration overlap = body == null || body.overlap() == null ? Duration.ZERO : body.overlap();
    RotateCredential command =
        new RotateCredential(ownerOf(id), id, key.credentialId(), key.secretHash(), overlap);
    return withKey(settled(command, write), key, write);
  }

  @PostMapping("/{id}/revoke")
  @Requires(Scope.CREDENTIAL_WRITE)
  @AnswersWith(CredentialAnswer.class)
  ResponseEntity<byte[]> revoke(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable RevokeRequest body,
      Write write) {
    write.refusePrecondition();
    Answer answer = settled(new RevokeCredential(ownerOf(id), id), write);
    return WriteGateway.response(answer, write.dryRun());
  }

  /** Told once the next request can be made with the new key, and soon not with the old one. */
  private Answer settled(CredentialCommand command, Write write) {
    Answer answer = writes.answer(command, write);
    if (answer.status() < 400 && !write.dryRun()) {
      reads.settle(answer.position(), ReadModels.CREDENTIALS);
    }
    return answer;
  }

  private String ownerOf(String credentialId) {
    return reads.view(new FindCredential(credentialId)).credential().client();
  }

  private ResponseEntity<byte[]> withKey(Answer answer, ApiKey key, Write write) {
    return once.with(answer, write, told -> told.put("key", key.text()));
  }
}
