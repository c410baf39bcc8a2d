package io.stockledger.server.webhook;

import io.stockledger.api.EventCatalogue;
import io.stockledger.api.webhook.WebhookTerms;
import io.stockledger.server.problem.Faults;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the bodies of a registration and a change have in common. */
interface WebhookTermsRequest {
  /** A name of entries, the beginning of one, or all. */
  String PATTERN = "^(\\*|[a-z][a-z-]{0,40}\\.(\\*|[a-z][a-z-]{0,60}))$";

  String PATTERN_SAID = "must be *, the name of an entry, or the beginning of one such as stock.*";

  @Nullable String url();

  @Nullable List<String> channels();

  @Nullable List<String> entries();

  @Nullable List<String> locations();

  @Nullable List<String> skus();

  @Nullable String note();

  default void checkTerms(Faults faults) {
    if (isEmpty(channels()) && isEmpty(entries())) {
      if (!faults.knowsWithin("channels") && !faults.knowsWithin("entries")) {
        faults.add("channels", "are needed, or entries: it would be told nothing", null);
      }
    }
    requireOnce("channels", channels(), faults);
    requireOnce("entries", entries(), faults);
    requireOnce("locations", locations(), faults);
    requireOnce("skus", skus(), faults);
    List<String> patterns = entries();
    if (patterns != null && !faults.knowsWithin("entries")) {
      for (int i = 0; i < patterns.size(); i++) {
        if (!meansSomething(patterns.get(i))) {
          faults.add("entries[" + i + "]", "names no entry that is told", patterns.get(i));
        }
      }
    }
  }

  private static void requireOnce(String list, @Nullable List<String> names, Faults faults) {
    if (names == null || faults.knows(list)) {
      return;
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      if (!seen.add(names.get(i))) {
        faults.add(list + "[" + i + "]", "is there twice", names.get(i));
      }
    }
  }

  private static boolean isEmpty(@Nullable List<String> list) {
    return list == null || list.isEmpty();
  }

  private static boolean meansSomething(String pattern) {
    return EventCatalogue.all().stream()
        .map(type -> EventCatalogue.nameOf(type).value())
        .filter(WebhookTermsRequest::isTold)
        .anyMatch(
            name ->
                pattern.equals("*")
                    || pattern.equals(name)
                    || (pattern.endsWith("*")
                        && name.startsWith(pattern.substring(0, pattern.length() - 1))));
  }

  /** Keys, and where what goes, are nobody else's business. */
  private static boolean isTold(String name) {
    return !name.startsWith("credential.") && !name.startsWith("webhook.");
  }

  default WebhookTerms terms() {
    return new WebhookTerms(
        String.valueOf(url()),
        sorted(channels()),
        sorted(entries()),
        sorted(locations()),
        sorted(skus()),
        note());
  }

  private static List<String> sorted(@Nullable List<String> list) {
    return list == null ? List.of() : list.stream().sorted().toList();
  }
}
