package io.stockledger.server.write;

import io.stockledger.ledger.Answer;
import io.stockledger.ledger.CommandMetadata;
import io.stockledger.server.http.Deadlines;
import io.stockledger.server.http.Headers;
import io.stockledger.server.http.Write;
import io.stockledger.server.problem.Problem;
import io.stockledger.server.problem.ProblemException;
import io.stockledger.server.problem.ProblemType;
import io.stockledger.server.security.Caller;
import io.stockledger.server.settings.StockledgerSettings;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Sends a command with what the ledger must know of its request, and waits for the answer. */
@Component
public class WriteGateway {
  private final CommandGateway gateway;
  private final Deadlines.Limit patience;

  WriteGateway(CommandGateway gateway, StockledgerSettings settings, Deadlines deadlines) {
    this.gateway = gateway;
    this.patience = deadlines.limit(settings.commandTimeout());
  }

  /** The answer as it is sent, or as it was sent the first time. */
  public ResponseEntity<byte[]> send(Object command, Write write) {
    return response(answer(command, write), write.dryRun());
  }

  /**
   * @throws ProblemException {@code overloaded}, when there is no decision in time
   */
  public Answer answer(Object command, Write write) {
    CompletableFuture<Answer> answer = begin(command, write);
    patience.watch(answer, late -> late.completeExceptionally(new ProblemException(notYet())));
    try {
      return answer.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException(shuttingDown());
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new CompletionException(e);
    }
  }

  /** Sends it, and waits for nothing. What is sent first is decided first. */
  public CompletableFuture<Answer> begin(Object command, Write write) {
    return gateway.send(message(command, write));
  }

  /** The decision is not there in time. */
  public static Problem notYet() {
    return Problem.of(
            ProblemType.OVERLOADED,
            "There is no decision yet. Ask GET /v1/commands/{key}, or send it again.")
        .retryAfter(1);
  }

  /** Nobody waits for the decision any more. */
  public static Problem shuttingDown() {
    return Problem.of(ProblemType.OVERLOADED, "This node is shutting down.").retryAfter(1);
  }

  /** A command that is sent with others. */
  public static CommandMessage<Object> message(Object command, Write write) {
    return new GenericCommandMessage<>(command, metadata(write.caller(), write));
  }

  private static Map<String, Object> metadata(Caller caller, Write write) {
    Map<String, Object> metadata = new HashMap<>();
    metadata.put(CommandMetadata.CLIENT, caller.keyOwner());
    metadata.put(ActorMetadata.CREDENTIAL, caller.credentialId());
    if (caller.isChannelOnly() && caller.channel() != null) {
      metadata.put(ActorMetadata.VIEW, caller.channel());
    }
    if (write.dryRun()) {
      metadata.put(CommandMetadata.DRY_RUN, "true");
    }
    if (write.key() != null) {
      metadata.put(CommandMetadata.KEY, write.key());
      metadata.put(CommandMetadata.REQUEST_HASH, write.requestHash());
    }
    return metadata;
  }

  /** With other bytes than those remembered, where a first answer says more than a repeat. */
  public static ResponseEntity<byte[]> response(Answer answer, boolean dryRun) {
    boolean good = answer.status() < 400;
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(good ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_PROBLEM_JSON);
    headers.setCacheControl("no-store");
    headers.set(Headers.LEDGER_POSITION, Long.toString(answer.position()));
    if (answer.replayed()) {
      headers.set(Headers.IDEMPOTENT_REPLAYED, "true");
    }
    if (answer.location() != null && !dryRun) {
      headers.setLocation(URI.create(answer.location()));
    }
    int status = dryRun && good ? 200 : answer.status();
    return ResponseEntity.status(status).headers(headers).body(answer.body());
  }
}
