package io.stockledger.benchmarks.workload;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a run came to.
 *
 * @param figures by name, with the unit last in the name; numbers, texts or lists of them
 * @param ratios ours over the peer's, by peer
 * @param verified whether the outcome was checked from outside and found right
 */
public record Outcome(
    SequencedMap<String, Object> figures, SequencedMap<String, Double> ratios, boolean verified) {

  /** One line of JSON. */
  public String json(String workload) {
    JsonMapper mapper = JsonMapper.shared();
    ObjectNode line = mapper.createObjectNode();
    line.put("workload", workload);
    line.set("figures", mapper.valueToTree(rounded(figures)));
    line.set("ratios", mapper.valueToTree(rounded(ratios)));
    line.put("verified", verified);
    return mapper.writeValueAsString(line);
  }

  /** Three digits behind the point are more than any of these measurements has. */
  private static Map<String, Object> rounded(Map<String, ?> values) {
    Map<String, Object> rounded = new LinkedHashMap<>();
    values.forEach(
        (name, value) ->
            rounded.put(
                name, value instanceof Double number ? Math.round(number * 1000) / 1000.0 : value));
    return rounded;
  }
}
