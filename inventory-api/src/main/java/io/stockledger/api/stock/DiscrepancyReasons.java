package io.stockledger.api.stock;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The reasons for discrepancies that this ledger takes.
 *
 * @param all in the order in which they are shown, at least one, no code twice
 */
public record DiscrepancyReasons(List<DiscrepancyReason> all) {
  /** What is listed unless an operator lists something else. */
  public static final DiscrepancyReasons DEFAULT =
      new DiscrepancyReasons(
          List.of(
              reason("MISPICK", "Another product or another quantity was picked."),
              reason("MISCOUNT", "An earlier count was wrong."),
              reason("THEFT", "It was stolen."),
              reason("DAMAGE", "It was damaged or destroyed, and nobody recorded it."),
              reason("RECEIVING", "More or less came in than was recorded."),
              reason("SUPPLIER", "The supplier packed another quantity than stated."),
              reason("SYSTEM", "A system recorded something twice, late or not at all."),
              new DiscrepancyReason("OTHER", "None of these; the note says what.", true)));

  public DiscrepancyReasons {
    all = List.copyOf(all);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("at least one reason is needed");
    }
    Set<String> codes = new HashSet<>();
    for (DiscrepancyReason reason : all) {
      if (!codes.add(reason.code())) {
        throw new IllegalArgumentException("reason " + reason.code() + " is listed twice");
      }
    }
  }

  private static DiscrepancyReason reason(String code, String meaning) {
    return new DiscrepancyReason(code, meaning, false);
  }

  public Optional<DiscrepancyReason> find(String code) {
    return all.stream().filter(reason -> reason.code().equals(code)).findFirst();
  }

  public List<String> codes() {
    return all.stream().map(DiscrepancyReason::code).toList();
  }
}
