package io.stockledger.server.ledger;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.stockledger.ledger.Receipt;
import io.stockledger.ledger.ReceiptLookup;
import io.stockledger.ledger.Receipts;
import io.stockledger.server.http.Headers;
import io.stockledger.server.http.Read;
import io.stockledger.server.problem.Problem;
import io.stockledger.server.problem.ProblemException;
import io.stockledger.server.problem.ProblemType;
import io.stockledger.server.read.ReadModels;
import io.stockledger.server.read.Reads;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What became of one's commands. Executes nothing. */
@RestController
@RequestMapping(path = "/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class CommandReads {
  private final Receipts receipts;
  private final Reads reads;

  CommandReads(Receipts receipts, Reads reads) {
    this.receipts = receipts;
    this.reads = reads;
  }

  /**
   * The recorded outcome of a command.
   *
   * @param status that it was answered with
   * @param answer the body that it was answered with
   */
  record CommandOutcome(
      String key, int status, @JsonRawValue String answer, long position, Instant recordedAt) {}

  @GetMapping("/commands/{key}")
  @Requires(Scope.COMMAND_READ)
  ResponseEntity<CommandOutcome> outcome(@PathVariable String key, Read read) {
    reads.awaitPosition(read, ReadModels.LEDGER);
    ReceiptLookup found = receipts.find(read.caller().keyOwner(), key);
    Receipt receipt = found.receipt();
    if (receipt == null) {
      throw new ProblemException(
          Problem.of(
                  ProblemType.UNKNOWN_COMMAND,
                  "Nothing is recorded under this key up to position " + found.position() + ".")
              .with("position", found.position())
              .withHeader(Headers.LEDGER_POSITION, Long.toString(found.position())));
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header(Headers.LEDGER_POSITION, Long.toString(found.position()))
        .body(
            new CommandOutcome(
                key,
                receipt.status(),
                new String(receipt.answer(), StandardCharsets.UTF_8),
                receipt.position(),
                receipt.recordedAt()));
  }
}
