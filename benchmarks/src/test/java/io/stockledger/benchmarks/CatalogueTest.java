package io.stockledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.benchmarks.workload.Workload;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  @Test
  void every_workload_has_a_name_of_its_own_and_is_told_by_the_help() {
    List<String> names = Catalogue.ALL.stream().map(Workload::name).toList();

    assertThat(names).doesNotHaveDuplicates().allMatch(Catalogue.help()::contains);
    assertThat(names).allMatch(name -> Catalogue.named(name).isPresent());
  }

  @Test
  void a_name_that_is_not_known_and_an_odd_option_are_misuse() {
    assertThat(Benchmarks.run(List.of("no-such-thing"))).isEqualTo(Benchmarks.MISUSED);
    assertThat(Benchmarks.run(List.of("read", "--odd", "1"))).isEqualTo(Benchmarks.MISUSED);
    assertThat(Benchmarks.run(List.of())).isEqualTo(Benchmarks.MISUSED);
  }
}
