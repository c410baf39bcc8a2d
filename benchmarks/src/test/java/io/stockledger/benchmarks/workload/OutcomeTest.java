package io.stockledger.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

class OutcomeTest {
  @Test
  void an_outcome_is_one_line_of_json() {
    LinkedHashMap<String, Object> figures = new LinkedHashMap<>();
    figures.put("stockledgerPerSecond", 12345.67891);
    figures.put("stockledgerClients", 32);
    LinkedHashMap<String, Double> ratios = new LinkedHashMap<>();
    ratios.put("row-lock", 8.34567);

    assertThat(new Outcome(figures, ratios, true).json("reserve-hot"))
        .isEqualTo(
            "{\"workload\":\"reserve-hot\",\"figures\":{\"stockledgerPerSecond\":12345.679,"
                + "\"stockledgerClients\":32},\"ratios\":{\"row-lock\":8.346},\"verified\":true}");
  }
}
