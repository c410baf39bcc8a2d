package io.stockledger.command.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.device.Gap;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/** A {@link Device} as flat JSON. It may be deleted at any time: the entries are the truth. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeviceSnapshot(
    String device,
    long version,
    @Nullable Instant lastRecordedAt,
    long next,
    List<WaitingLine> waiting,
    List<Gap> missing,
    List<SettledLine> settled,
    Forgotten forgotten,
    @Nullable Long skewMillis) {

  static DeviceSnapshot of(Device device) {
    return new DeviceSnapshot(
        device.device(),
        device.version(),
        device.lastRecordedAt(),
        device.next(),
        List.copyOf(device.waiting().values()),
        List.copyOf(device.missing().values()),
        List.copyOf(device.settled().values()),
        device.forgotten(),
        device.skewMillis());
  }

  Device restore() {
    TreePMap<Long, WaitingLine> lines = TreePMap.empty();
    for (WaitingLine one : waiting) {
      lines = lines.plus(one.line().sequence(), one);
    }
    TreePMap<Long, Gap> gaps = TreePMap.empty();
    for (Gap gap : missing) {
      gaps = gaps.plus(gap.from(), gap);
    }
    TreePMap<Long, SettledLine> done = TreePMap.empty();
    for (SettledLine one : settled) {
      done = done.plus(one.sequence(), one);
    }
    return new Device(
        device, version, lastRecordedAt, next, lines, gaps, done, forgotten, skewMillis);
  }
}
