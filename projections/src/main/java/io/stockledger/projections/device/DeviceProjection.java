package io.stockledger.projections.device;

import io.stockledger.api.device.DeviceEvent;
import io.stockledger.api.device.DeviceEvent.DeviceGapPassed;
import io.stockledger.projections.device.DeviceTables.GapRow;
import io.stockledger.projections.running.Projection;
import io.stockledger.projections.running.RecordedEvent;
import io.stockledger.projections.running.VersionGap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcOperations;

/** {@code device}, {@code device_line}, {@code device_gap}: what devices delivered, and did not. */
public final class DeviceProjection implements Projection {
  public static final String NAME = "devices";

  private static final String STREAMS = "device:";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> tables() {
    return List.of("device", "device_line", "device_gap");
  }

  @Override
  public boolean concerns(Object event) {
    return event instanceof DeviceEvent;
  }

  /** The device's version tells which entries are new to its lines as well. */
  @Override
  public void fold(JdbcOperations jdbc, List<RecordedEvent> events) {
    List<RecordedEvent> ours =
        events.stream()
            .filter(e -> e.stream().startsWith(STREAMS) && e.payload() instanceof DeviceEvent)
            .toList();
    Map<String, DeviceRow> devices = new HashMap<>();
    DeviceTables.DEVICES
        .read(jdbc, ours.stream().map(e -> event(e).device()).distinct().map(List::of).toList())
        .forEach(row -> devices.put(row.device(), row));
    Map<String, DeviceRow> touched = new LinkedHashMap<>();
    Map<DeviceLineRow.Id, DeviceLineRow> lines = new LinkedHashMap<>();
    List<GapRow> gaps = new ArrayList<>();
    for (RecordedEvent recorded : ours) {
      DeviceEvent event = event(recorded);
      DeviceRow row = devices.get(event.device());
      if (!VersionGap.isNext(recorded, row == null ? 0 : row.version())) {
        continue;
      }
      long position = recorded.position();
      DeviceRow next = DeviceRow.fold(row, event, position, recorded.version());
      devices.put(event.device(), next);
      touched.put(event.device(), next);
      DeviceLineRow line = DeviceLineRow.of(event, position, recorded.version());
      if (line != null) {
        lines.put(line.id(), line);
      }
      if (event instanceof DeviceGapPassed gap) {
        gaps.add(new GapRow(gap, recorded.version(), position));
      }
    }
    DeviceTables.DEVICES.write(jdbc, touched.values());
    DeviceTables.LINES.write(jdbc, lines.values());
    DeviceTables.GAPS.write(jdbc, gaps);
  }

  private static DeviceEvent event(RecordedEvent recorded) {
    return (DeviceEvent) recorded.payload();
  }
}
