package io.stockledger.api.device;

import io.stockledger.api.Answer.View;
import io.stockledger.api.Page;
import io.stockledger.api.Query;
import org.jspecify.annotations.Nullable;

/** What may be asked about devices. */
public sealed interface DeviceQuery<V extends View> extends Query<V> {
  /** One device. Unknown: {@code unknown-device}. */
  record FindDevice(String device) implements DeviceQuery<DeviceView> {}

  /** All that ever delivered something, by id. */
  record ListDevices(Page page) implements DeviceQuery<DevicesView> {}

  /**
   * What a device delivered, by sequence. Unknown: {@code unknown-device}.
   *
   * @param outcome only lines that came to this; none for all
   */
  record ListDeviceLines(String device, @Nullable LineOutcome outcome, Page page)
      implements DeviceQuery<DeviceLinesView> {}
}
