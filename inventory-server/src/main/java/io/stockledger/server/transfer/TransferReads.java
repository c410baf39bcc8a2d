package io.stockledger.server.transfer;

import io.stockledger.api.transfer.TransferQuery.FindTransfer;
import io.stockledger.api.transfer.TransferView;
import io.stockledger.api.transfer.TransfersView;
import io.stockledger.server.http.Read;
import io.stockledger.server.read.ReadModels;
import io.stockledger.server.read.Reads;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Transfers as they are now. */
@RestController
@RequestMapping(path = "/v1/transfers", produces = MediaType.APPLICATION_JSON_VALUE)
class TransferReads {
  private final Reads reads;

  TransferReads(Reads reads) {
    this.reads = reads;
  }

  @GetMapping("/{id}")
  @Requires(Scope.TRANSFER_READ)
  ResponseEntity<TransferView> one(@PathVariable String id, Read read) {
    return reads.answer(new FindTransfer(id), read, ReadModels.AVAILABLE);
  }

  @GetMapping
  @Requires(Scope.TRANSFER_READ)
  ResponseEntity<TransfersView> list(@ParameterObject TransferParameters parameters, Read read) {
    return reads.answer(parameters.query(), read, ReadModels.AVAILABLE);
  }
}
