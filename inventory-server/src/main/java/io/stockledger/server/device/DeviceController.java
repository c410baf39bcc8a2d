package io.stockledger.server.device;

import io.stockledger.server.http.Write;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import io.stockledger.server.write.AnswersWith;
import io.stockledger.server.write.DeviceAnswer;
import io.stockledger.server.write.WriteGateway;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes what devices recorded offline. */
@RestController
class DeviceController {
  private final WriteGateway writes;

  DeviceController(WriteGateway writes) {
    this.writes = writes;
  }

  @PostMapping(
      path = "/v1/devices/{device}/batches",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.DEVICE_DELIVER)
  @AnswersWith(DeviceAnswer.class)
  ResponseEntity<byte[]> deliver(
      @PathVariable String device, @RequestBody DeliveryRequest body, Write write) {
    write.refusePrecondition();
    return writes.send(body.command(device, write), write);
  }
}
