package io.stockledger.server.preview;

import io.stockledger.api.Identifiers;
import io.stockledger.outgoing.preview.PreviewAsked;
import io.stockledger.server.channel.RuleRequest;
import io.stockledger.server.http.Checked;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.write.Forms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draft of a rule is to be played over days that have passed.
 *
 * @param rule its id: a new one, or one whose place the draft takes
 * @param draft what it would say, as when it is put; not with {@code remove}
 * @param remove it would not be there; not with {@code draft}
 * @param days of UTC, the last of them today
 * @param locations only items there; none for everywhere
 * @param skus only these products; none for all
 */
record PreviewRequest(
    @NotNull @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String rule,
    @Nullable @Valid RuleRequest draft,
    @Nullable Boolean remove,
    @NotNull @Min(1) @Max(90) Long days,
    @Nullable @Size(min = 1, max = 1_000)
        List<@Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String> locations,
    @Nullable @Size(min = 1, max = 1_000)
        List<@Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String> skus)
    implements Checked {

  @Override
  public void check(Faults faults, String path) {
    if (draft == null && !removes() && !faults.knows("draft")) {
      faults.add("draft", "is needed, unless remove is true", null);
    }
    if (draft != null) {
      if (removes()) {
        faults.add("remove", "is not given together with draft", true);
      }
      Faults within = new Faults(faults.now());
      draft.check(within, "");
      faults.addAll("draft", within);
    }
  }

  boolean removes() {
    return Boolean.TRUE.equals(remove);
  }

  PreviewAsked asked(String channel, Instant now) {
    List<String> places = locations == null ? List.of() : locations;
    List<String> products = skus == null ? List.of() : skus;
    return draft == null
        ? PreviewAsked.removal(channel, rule, days.intValue(), now, places, products)
        : PreviewAsked.put(
            channel, rule, draft.about(), draft.terms(), days.intValue(), now, places, products);
  }
}
