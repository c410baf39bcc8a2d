package io.stockledger.server.device;

import io.stockledger.api.device.DeviceLinesView;
import io.stockledger.api.device.DeviceQuery.FindDevice;
import io.stockledger.api.device.DeviceQuery.ListDevices;
import io.stockledger.api.device.DeviceView;
import io.stockledger.api.device.DevicesView;
import io.stockledger.server.http.Read;
import io.stockledger.server.read.PageParameters;
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

/** What devices delivered, and what is missing of it. */
@RestController
@RequestMapping(path = "/v1/devices", produces = MediaType.APPLICATION_JSON_VALUE)
class DeviceReads {
  private final Reads reads;

  DeviceReads(Reads reads) {
    this.reads = reads;
  }

  @GetMapping
  @Requires(Scope.DEVICE_READ)
  ResponseEntity<DevicesView> list(@ParameterObject PageParameters parameters, Read read) {
    return reads.answer(new ListDevices(parameters.page()), read, ReadModels.DEVICES);
  }

  @GetMapping("/{device}")
  @Requires(Scope.DEVICE_READ)
  ResponseEntity<DeviceView> one(@PathVariable String device, Read read) {
    return reads.answer(new FindDevice(device), read, ReadModels.DEVICES);
  }

  @GetMapping("/{device}/lines")
  @Requires(Scope.DEVICE_READ)
  ResponseEntity<DeviceLinesView> lines(
      @PathVariable String device, @ParameterObject DeviceLineParameters parameters, Read read) {
    return reads.answer(parameters.query(device), read, ReadModels.DEVICES);
  }
}
