package io.stockledger.server.audit;

import io.stockledger.api.Page;
import io.stockledger.api.audit.HistoryView;
import io.stockledger.api.stock.ItemId;
import io.stockledger.server.http.Headers;
import io.stockledger.server.http.Read;
import io.stockledger.server.http.RefusesWith;
import io.stockledger.server.read.ReadModels;
import io.stockledger.server.read.Reads;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.json.JsonMapper;

/** The entries of an item: by page as JSON, or all of them as an export. */
@RestController
@RequestMapping("/v1/stock/{location}/{sku}/history")
class HistoryReads {
  private final Reads reads;
  private final JsonMapper json;

  HistoryReads(Reads reads, JsonMapper json) {
    this.reads = reads;
    this.json = json;
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @RefusesWith(409)
  @Requires(Scope.STOCK_READ)
  ResponseEntity<HistoryView> page(
      @PathVariable String location,
      @PathVariable String sku,
      @ParameterObject HistoryParameters parameters,
      Read read) {
    return reads.answer(parameters.query(new ItemId(location, sku)), read, ReadModels.HISTORY);
  }

  @GetMapping(produces = HistoryExport.NDJSON)
  @RefusesWith(409)
  @Requires(Scope.STOCK_READ)
  ResponseEntity<StreamingResponseBody> ndjson(
      @PathVariable String location,
      @PathVariable String sku,
      @ParameterObject HistoryParameters parameters,
      Read read) {
    return export(parameters, new ItemId(location, sku), read, false);
  }

  @GetMapping(produces = HistoryExport.CSV)
  @RefusesWith(409)
  @Requires(Scope.STOCK_READ)
  ResponseEntity<StreamingResponseBody> csv(
      @PathVariable String location,
      @PathVariable String sku,
      @ParameterObject HistoryParameters parameters,
      Read read) {
    return export(parameters, new ItemId(location, sku), read, true);
  }

  /** The first page is read before anything is sent, so that what is unknown is still a problem. */
  private ResponseEntity<StreamingResponseBody> export(
      HistoryParameters parameters, ItemId item, Read read, boolean csv) {
    reads.awaitPosition(read, ReadModels.HISTORY);
    Page first = new Page(Page.MAX_LIMIT, parameters.cursor());
    HistoryView begin = reads.view(parameters.query(item, first));
    HistoryExport export =
        new HistoryExport(
            json,
            begin,
            cursor -> reads.view(parameters.query(item, new Page(Page.MAX_LIMIT, cursor))));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header(Headers.LEDGER_POSITION, Long.toString(begin.position()))
        .contentType(MediaType.parseMediaType(csv ? HistoryExport.CSV : HistoryExport.NDJSON))
        .body(csv ? export::csv : export::ndjson);
  }
}
