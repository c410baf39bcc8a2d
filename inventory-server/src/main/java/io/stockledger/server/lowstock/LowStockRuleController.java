package io.stockledger.server.lowstock;

import io.stockledger.server.http.Write;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import io.stockledger.server.write.AnswersWith;
import io.stockledger.server.write.RegistryAnswer;
import io.stockledger.server.write.WriteGateway;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Says what is low for many items. */
@RestController
class LowStockRuleController {
  private final WriteGateway writes;

  LowStockRuleController(WriteGateway writes) {
    this.writes = writes;
  }

  @PutMapping(
      path = "/v1/low-stock-rules/{rule}",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.THRESHOLD)
  @AnswersWith(value = RegistryAnswer.class, creates = true, takesVersion = true)
  ResponseEntity<byte[]> put(
      @PathVariable String rule, @RequestBody LowStockRuleRequest body, Write write) {
    return writes.send(body.command(rule, write), write);
  }
}
