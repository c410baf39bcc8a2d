package io.stockledger.command.inbound;

import io.stockledger.api.Refusal;
import io.stockledger.api.inbound.InboundRefusal.InboundClosed;
import io.stockledger.api.inbound.InboundRefusal.InboundLineRefused;
import io.stockledger.api.inbound.InboundRefusal.UnknownInbound;
import io.stockledger.api.inbound.InboundRefusal.UnknownInboundLine;
import io.stockledger.api.stock.ItemId;
import io.stockledger.command.inbound.Inbound.Line;
import io.stockledger.command.stock.Drafts;
import io.stockledger.command.stock.ItemDraft;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What commands on an inbound that is there have in common: existence, then whether it is closed,
 * then the rules of each line; all its lines take it, or none.
 *
 * @param <L> how the command names a line
 */
abstract class LineRules<L> {
  private final Dock dock;

  LineRules(Dock dock) {
    this.dock = dock;
  }

  abstract String name(L asked);

  /** Records it on the draft of the line's item, or says why not. */
  abstract @Nullable Refusal decide(Inbound inbound, Line line, L asked, Drafts drafts);

  /** The SKU of a line that is not there yet, where the command may add one. */
  @Nullable String newSku(L asked) {
    return null;
  }

  /** The same for a line that is not there. */
  @Nullable Refusal decideNew(Inbound inbound, L asked, Drafts drafts) {
    return new UnknownInboundLine(inbound.id(), name(asked));
  }

  Verdict decide(String inboundId, Function<Inbound, List<L>> lines) {
    Inbound inbound = dock.register().find(inboundId);
    if (inbound == null) {
      return Verdict.refused(new UnknownInbound(inboundId));
    }
    if (!inbound.state().isOpen()) {
      return Verdict.refused(new InboundClosed(inboundId, inbound.state()));
    }
    List<L> asked = lines.apply(inbound);
    Drafts drafts = dock.drafts(items(inbound, asked));
    List<InboundLineRefused> refused = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    for (L one : asked) {
      String name = name(one);
      Line line = inbound.line(name);
      Refusal refusal =
          line == null ? decideNew(inbound, one, drafts) : decide(inbound, line, one, drafts);
      if (refusal == null && line != null) {
        ItemDraft draft = drafts.of(inbound.item(line));
        refusal = dock.surroundings().closed(draft);
        if (refusal == null) {
          refusal = draft.tooLarge();
        }
      }
      if (refusal != null) {
        refused.add(new InboundLineRefused(name, refusal));
      }
      names.add(name);
    }
    return refused.isEmpty()
        ? new Verdict.Accepted(drafts, inbound, names)
        : Verdict.refused(refused);
  }

  /** Only those that the command is about; an inbound may have many more. */
  private Set<ItemId> items(Inbound inbound, List<L> asked) {
    Set<ItemId> items = new LinkedHashSet<>();
    for (L one : asked) {
      Line line = inbound.line(name(one));
      String sku = line == null ? newSku(one) : line.sku();
      if (sku != null) {
        items.add(new ItemId(inbound.location(), sku));
      }
    }
    return items;
  }

  Dock dock() {
    return dock;
  }
}
