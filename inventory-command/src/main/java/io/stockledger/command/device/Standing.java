package io.stockledger.command.device;

import io.stockledger.api.device.DeviceOutcome;
import io.stockledger.api.device.DeviceOutcome.LineAfter;
import io.stockledger.api.device.DeviceOutcome.OpenGap;
import io.stockledger.api.device.Gap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How it stands with a device: what it has not delivered, and until when that is waited for. */
final class Standing {
  private static final int MOST_SHOWN = 100;

  private Standing() {}

  static DeviceOutcome outcome(
      Device device, Duration patience, Instant now, List<LineAfter> answers) {
    List<Gap> missing = List.copyOf(device.missing().values());
    return new DeviceOutcome(
        device.device(),
        device.version(),
        now,
        device.skewMillis(),
        device.next(),
        device.waiting().size(),
        gaps(device, patience),
        missing.subList(Math.max(0, missing.size() - MOST_SHOWN), missing.size()),
        answers.stream().sorted(Comparator.comparingLong(LineAfter::sequence)).toList());
  }

  /** When the first gap is passed, if what is missing does not come; none while nothing waits. */
  static @Nullable Instant dueAt(Device device, Duration patience) {
    return device.waiting().values().stream()
        .map(line -> line.since().plus(patience))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** A gap is waited for as long as the line behind it waits that came first. */
  private static List<OpenGap> gaps(Device device, Duration patience) {
    List<OpenGap> gaps = new ArrayList<>();
    Instant since = null;
    long behind = Long.MAX_VALUE;
    for (Map.Entry<Long, WaitingLine> one : device.waiting().descendingMap().entrySet()) {
      if (since != null && one.getKey() < behind - 1) {
        gaps.add(new OpenGap(one.getKey() + 1, behind - 1, since, since.plus(patience)));
      }
      Instant came = one.getValue().since();
      since = since == null || came.isBefore(since) ? came : since;
      behind = one.getKey();
    }
    if (since != null) {
      gaps.add(new OpenGap(device.next(), behind - 1, since, since.plus(patience)));
    }
    return gaps.reversed().stream().limit(MOST_SHOWN).toList();
  }
}
