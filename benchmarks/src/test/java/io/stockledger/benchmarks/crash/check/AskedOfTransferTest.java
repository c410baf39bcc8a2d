package io.stockledger.benchmarks.crash.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.benchmarks.crash.history.StoredEvent;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AskedOfTransferTest {
  private final TransferFold transfer = new TransferFold();

  private void entry(String type, String location, String rest) {
    String payload =
        "{\"transferId\":\"t\",\"line\":\"1\",\"sku\":\"S\",\"location\":\"%s\",%s}"
            .formatted(location, rest);
    transfer.add(
        Entry.of(
            new StoredEvent(
                1, "stock:" + location + "/S", 1, "e", type, Instant.EPOCH, payload, "{}")));
  }

  private boolean isDone(String verb, String body) {
    return AskedOfTransfer.isDone(
        "/v1/transfers" + verb, JsonMapper.shared().readTree(body), transfer);
  }

  @Test
  void who_dispatches_or_cancels_everything_leaves_nothing_set_aside() {
    entry(TransferFold.REQUESTED, "L0", "\"to\":\"L1\",\"quantity\":3");
    entry(TransferFold.DISPATCHED, "L0", "\"to\":\"L1\",\"part\":\"a\",\"quantity\":2");
    entry(TransferFold.UNDER_WAY, "L1", "\"from\":\"L0\",\"part\":\"a\",\"quantity\":2");
    assertThat(isDone("/t/dispatch", "{\"part\":\"a\"}")).isFalse();
    assertThat(isDone("/t/cancel", "{}")).isFalse();
    assertThat(isDone("/t/dispatch", "{\"part\":\"a\",\"lines\":[{\"line\":\"1\"}]}")).isTrue();
    entry(TransferFold.CANCELLED, "L0", "\"to\":\"L1\",\"quantity\":1");
    assertThat(isDone("/t/cancel", "{}")).isTrue();
  }

  @Test
  void a_part_that_is_received_a_move_and_a_closed_transfer_leave_nothing_on_its_way() {
    entry(TransferFold.DISPATCHED, "L0", "\"to\":\"L1\",\"part\":\"a\",\"quantity\":2");
    entry(TransferFold.UNDER_WAY, "L1", "\"from\":\"L0\",\"part\":\"a\",\"quantity\":2");
    assertThat(isDone("/t/receive", "{\"part\":\"a\"}")).isFalse();
    assertThat(isDone("/t/close", "{}")).isFalse();
    assertThat(isDone("", "{\"move\":true}")).isFalse();
    entry(
        TransferFold.RECEIVED,
        "L1",
        "\"from\":\"L0\",\"part\":\"a\",\"received\":{\"good\":1},\"missing\":1");
    assertThat(isDone("/t/receive", "{\"part\":\"a\"}")).isTrue();
    assertThat(isDone("/t/close", "{}")).isTrue();
    assertThat(isDone("", "{\"move\":true}")).isTrue();
  }
}
