package io.stockledger.server.inbound;

import io.stockledger.api.inbound.AvailableToPromiseView;
import io.stockledger.api.inbound.ExpectedView;
import io.stockledger.api.inbound.InboundQuery.FindAvailableToPromise;
import io.stockledger.api.inbound.InboundQuery.FindInbound;
import io.stockledger.api.inbound.InboundQuery.FindVendor;
import io.stockledger.api.inbound.InboundView;
import io.stockledger.api.inbound.InboundsView;
import io.stockledger.api.inbound.VendorView;
import io.stockledger.api.inbound.VendorsView;
import io.stockledger.api.stock.ItemId;
import io.stockledger.server.http.Read;
import io.stockledger.server.http.RefusesWith;
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

/** What is expected, what can be promised of it, and how vendors keep their word. */
@RestController
@RequestMapping(path = "/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class InboundReads {
  private final Reads reads;

  InboundReads(Reads reads) {
    this.reads = reads;
  }

  @GetMapping("/inbound/{id}")
  @Requires(Scope.INBOUND_READ)
  ResponseEntity<InboundView> one(@PathVariable String id, Read read) {
    return reads.answer(new FindInbound(id), read, ReadModels.AVAILABLE);
  }

  @GetMapping("/inbound")
  @Requires(Scope.INBOUND_READ)
  ResponseEntity<InboundsView> list(@ParameterObject InboundParameters parameters, Read read) {
    return reads.answer(parameters.query(), read, ReadModels.AVAILABLE);
  }

  @GetMapping("/expected")
  @Requires(Scope.INBOUND_READ)
  ResponseEntity<ExpectedView> expected(@ParameterObject ExpectedParameters parameters, Read read) {
    return reads.answer(parameters.query(), read, ReadModels.AVAILABLE);
  }

  @GetMapping("/stock/{location}/{sku}/available-to-promise")
  @Requires(Scope.STOCK_READ)
  @RefusesWith(409)
  ResponseEntity<AvailableToPromiseView> availableToPromise(
      @PathVariable String location,
      @PathVariable String sku,
      @ParameterObject PromiseParameters parameters,
      Read read) {
    return reads.answer(
        new FindAvailableToPromise(new ItemId(location, sku), parameters.until()),
        read,
        ReadModels.AVAILABLE);
  }

  @GetMapping("/vendors/{vendor}")
  @Requires(Scope.INBOUND_READ)
  ResponseEntity<VendorView> vendor(
      @PathVariable String vendor, @ParameterObject PeriodParameters parameters, Read read) {
    return reads.answer(new FindVendor(vendor, parameters.period()), read, ReadModels.AVAILABLE);
  }

  @GetMapping("/vendors")
  @Requires(Scope.INBOUND_READ)
  ResponseEntity<VendorsView> vendors(@ParameterObject VendorsParameters parameters, Read read) {
    return reads.answer(parameters.query(), read, ReadModels.AVAILABLE);
  }
}
