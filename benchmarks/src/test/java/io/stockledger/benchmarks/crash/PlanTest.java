package io.stockledger.benchmarks.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
  @Test
  void cycles_are_shared_out_over_all_faults_and_those_of_a_kind_follow_each_other() {
    List<Fault> plan = Plan.of(List.of(Fault.values()), 10);
    assertThat(plan).hasSize(10).containsAll(List.of(Fault.values())).isSorted();
    assertThat(Collections.frequency(plan, Fault.KILL_APP)).isEqualTo(2);
    assertThat(Collections.frequency(plan, Fault.DISK_FULL)).isEqualTo(1);
  }

  @Test
  void one_fault_gets_all_cycles() {
    assertThat(Plan.of(List.of(Fault.PAUSE), 3)).containsOnly(Fault.PAUSE).hasSize(3);
  }
}
