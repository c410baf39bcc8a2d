package io.stockledger.command.device;

import io.stockledger.api.device.DeviceCommand.PassDeviceGap;
import io.stockledger.command.automation.WhenDueThenAct;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the waiting of lines whose gap did not close in time, within a second. A fault, such as a
 * store that is away, is logged and tried again.
 */
public final class WhenDeviceGapDueThenPass extends WhenDueThenAct {
  static final Duration PERIOD = Duration.ofMillis(500);
  static final int AT_ONCE = 100;

  private static final Logger log = LoggerFactory.getLogger(WhenDeviceGapDueThenPass.class);

  private final DeviceWaits waits;
  private final CommandGateway gateway;
  private final InstantSource clock;

  public WhenDeviceGapDueThenPass(DeviceWaits waits, CommandGateway gateway, InstantSource clock) {
    super("device-gaps", PERIOD);
    this.waits = waits;
    this.gateway = gateway;
    this.clock = clock;
  }

  @Override
  protected void round() {
    try {
      waits.due(clock.instant(), AT_ONCE).forEach(this::pass);
    } catch (RuntimeException fault) {
      log.warn("cannot look for devices that are waited for, will try again", fault);
    }
  }

  private void pass(String device) {
    try {
      gateway.sendAndWait(new PassDeviceGap(device), 10, TimeUnit.SECONDS);
    } catch (RuntimeException fault) {
      log.warn("cannot pass the gap of device {}, will try again", device, fault);
    }
  }
}
