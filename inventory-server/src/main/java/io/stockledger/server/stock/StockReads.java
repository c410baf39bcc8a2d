package io.stockledger.server.stock;

import io.stockledger.api.Answer;
import io.stockledger.api.Query;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockCard;
import io.stockledger.api.stock.StockQuery.FindStock;
import io.stockledger.api.stock.StockQuery.ListAvailable;
import io.stockledger.api.stock.StockQuery.ListOnHand;
import io.stockledger.api.stock.StockQuery.TotalAvailable;
import io.stockledger.api.stock.StockQuery.TotalOnHand;
import io.stockledger.api.stock.StockView;
import io.stockledger.api.stock.SummedStockView;
import io.stockledger.server.http.Read;
import io.stockledger.server.read.ReadModels;
import io.stockledger.server.read.Reads;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The figures of stock items as they are now. */
@RestController
@RequestMapping(path = "/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class StockReads {
  private final Reads reads;

  StockReads(Reads reads) {
    this.reads = reads;
  }

  @GetMapping("/stock/{location}/{sku}")
  @Requires(Scope.STOCK_READ)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(oneOf = {StockView.class, SummedStockView.class})))
  ResponseEntity<StockCard> stock(
      @PathVariable String location, @PathVariable String sku, Read read) {
    return reads.answer(
        new FindStock(new ItemId(location, sku)),
        read,
        ReadModels.ON_HAND,
        ReadModels.AVAILABLE,
        ReadModels.REGISTRY);
  }

  @GetMapping("/on-hand")
  @Requires(Scope.STOCK_READ)
  ResponseEntity<? extends Answer.View> onHand(
      @ParameterObject FigureParameters parameters, Read read) {
    Query<? extends Answer.View> query =
        parameters.totals()
            ? new TotalOnHand(parameters.filter(), parameters.page())
            : new ListOnHand(parameters.filter(), parameters.page());
    return reads.answer(query, read, parameters.from(ReadModels.ON_HAND));
  }

  @GetMapping("/available")
  @Requires(Scope.STOCK_READ)
  ResponseEntity<? extends Answer.View> available(
      @ParameterObject FigureParameters parameters, Read read) {
    Query<? extends Answer.View> query =
        parameters.totals()
            ? new TotalAvailable(parameters.filter(), parameters.page())
            : new ListAvailable(parameters.filter(), parameters.page());
    return reads.answer(query, read, parameters.from(ReadModels.AVAILABLE));
  }
}
