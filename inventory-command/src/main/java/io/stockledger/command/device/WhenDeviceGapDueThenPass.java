package io.stockledger.command.device;

import io.stockledger.api.device.DeviceCommand.PassDeviceGap;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Ends the waiting of lines whose gap did not close in time, within a second. A fault, such as a
 * store that is away, is logged and tried again.
 */
public final class WhenDeviceGapDueThenPass implements SmartLifecycle {
  static final Duration PERIOD = Duration.ofMillis(500);
  static final int AT_ONCE = 100;

  private static final Logger log = LoggerFactory.getLogger(WhenDeviceGapDueThenPass.class);

  private final DeviceWaits waits;
  private final CommandGateway gateway;
  private final InstantSource clock;
  private @Nullable ScheduledExecutorService executor;

  public WhenDeviceGapDueThenPass(DeviceWaits waits, CommandGateway gateway, InstantSource clock) {
    this.waits = waits;
    this.gateway = gateway;
    this.clock = clock;
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // a round never throws
  public synchronized void start() {
    if (executor == null) {
      ScheduledExecutorService started =
          Executors.newSingleThreadScheduledExecutor(
              Thread.ofPlatform().name("device-gaps").daemon().factory());
      started.scheduleWithFixedDelay(
          this::passWhatIsDue, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
      executor = started;
    }
  }

  @Override
  public synchronized void stop() {
    if (executor != null) {
      executor.shutdownNow();
      executor = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return executor != null;
  }

  /** One round; it never throws, because a schedule ends with the first exception. */
  void passWhatIsDue() {
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
