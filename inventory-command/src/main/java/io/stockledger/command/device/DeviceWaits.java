package io.stockledger.command.device;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Until when devices have lines that wait. Written in the transaction of their entries. */
public interface DeviceWaits {
  /**
   * Keep it in place of what was there.
   *
   * @param dueAt when the first of its lines has waited long enough, none when none waits
   */
  void put(String device, @Nullable Instant dueAt);

  /**
   * @return devices of which a line has waited long enough, the longest first, at most {@code
   *     limit}
   */
  List<String> due(Instant now, int limit);
}
