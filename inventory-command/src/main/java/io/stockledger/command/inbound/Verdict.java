package io.stockledger.command.inbound;

import io.stockledger.api.Refusal;
import io.stockledger.api.inbound.InboundRefusal.InboundLineRefused;
import io.stockledger.api.inbound.InboundRefusal.InboundLinesRefused;
import io.stockledger.command.stock.Drafts;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the rules answer to a command on expected supply. */
sealed interface Verdict {
  record Refused(Refusal refusal) implements Verdict {}

  /**
   * @param drafts the items with what would be recorded
   * @param before the inbound before these entries, absent where it comes into being by them
   * @param lines the names of the lines that the command was about
   */
  record Accepted(Drafts drafts, @Nullable Inbound before, Set<String> lines) implements Verdict {}

  static Verdict refused(Refusal refusal) {
    return new Refused(refusal);
  }

  static Verdict refused(List<InboundLineRefused> lines) {
    return new Refused(new InboundLinesRefused(List.copyOf(lines)));
  }
}
