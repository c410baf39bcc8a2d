package io.stockledger.promise.replay;

import io.stockledger.api.channel.RuleScope;
import io.stockledger.api.stock.ItemId;
import io.stockledger.promise.ChannelBook;
import io.stockledger.promise.Rule;
import io.stockledger.promise.Subject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Plays a draft over a period that has passed, an item at a time, and goes through the entries of
 * each once. History is taken as it was: what the draft would have refused was promised, and counts
 * as promised for the moments that follow. Not for several threads.
 */
public final class Preview {
  private final Past past;
  private final Draft draft;
  private final Period period;
  private final List<ChannelBook> books;
  private final Set<RuleScope> scopes;
  private final Map<ChannelBook, ChannelBook> drafted = new HashMap<>();

  public Preview(Streams streams, String channel, Draft draft, Period period) {
    this.past = new Past(streams, channel, period.from(), period.until());
    this.draft = draft;
    this.period = period;
    this.books = past.channelBooks();
    this.scopes = scopes();
  }

  /** What the rule is about, as it would be and as it ever was in the period. */
  private Set<RuleScope> scopes() {
    Stream<Rule> before =
        books.stream()
            .flatMap(book -> book.rules().stream())
            .filter(rule -> rule.id().equals(draft.id()));
    return Stream.concat(before, Stream.ofNullable(draft.rule()))
        .map(Rule::scope)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The products to which the rule is limited by name; none where it is not. */
  public List<String> namedSkus() {
    return named(RuleScope::sku);
  }

  /** The locations to which the rule is limited by name; none where it is not. */
  public List<String> namedLocations() {
    return named(RuleScope::location);
  }

  private List<String> named(Function<RuleScope, @Nullable String> name) {
    List<String> named = scopes.stream().map(name).filter(Objects::nonNull).distinct().toList();
    return scopes.stream().allMatch(scope -> name.apply(scope) != null) ? named : List.of();
  }

  /** Whether the draft can make a difference for an item at all. Reads none of its entries. */
  public boolean isAbout(ItemId item) {
    if (scopes.isEmpty()) {
      return false;
    }
    for (Instant moment : past.subjectChanges(item)) {
      Subject subject = past.subjectAt(item, moment);
      if (scopes.stream().anyMatch(subject::isIn)
          && books.stream().anyMatch(b -> b.reaches(subject))) {
        return true;
      }
    }
    return false;
  }

  /**
   * The days of the period on which there was the channel and an entry of the item, the earliest
   * first.
   */
  public List<PlayedDay> play(ItemId item) {
    ItemPlay play = new ItemPlay(this, past, period, item);
    past.entriesOf(item, play::take);
    return play.end();
  }

  /** The same channel with the draft among its rules. */
  ChannelBook drafted(ChannelBook book) {
    return drafted.computeIfAbsent(book, draft::in);
  }
}
