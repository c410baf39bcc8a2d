package io.stockledger.server.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class DeciderHealthIndicatorTest {
  private static Status status(boolean decides) {
    return Objects.requireNonNull(new DeciderHealthIndicator(() -> decides).health()).getStatus();
  }

  @Test
  void a_node_that_decides_is_up_and_one_that_does_not_any_more_is_down() {
    assertThat(status(true)).isEqualTo(Status.UP);
    assertThat(status(false)).isEqualTo(Status.DOWN);
  }
}
