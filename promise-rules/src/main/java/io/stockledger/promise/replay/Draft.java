package io.stockledger.promise.replay;

import io.stockledger.promise.ChannelBook;
import io.stockledger.promise.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of a channel's rules that nobody made.
 *
 * @param id of the rule
 * @param rule what it would say, in the place of what it says; absent where it would say nothing
 */
public record Draft(String id, @Nullable Rule rule) {
  /** The rule would say this. */
  public static Draft put(Rule rule) {
    return new Draft(rule.id(), rule);
  }

  /** The rule would not be there. */
  public static Draft removal(String id) {
    return new Draft(id, null);
  }

  /** The channel with the draft among its rules, whatever else they are at that time. */
  ChannelBook in(ChannelBook book) {
    List<Rule> rules = new ArrayList<>(book.rules());
    rules.removeIf(each -> each.id().equals(id));
    if (rule != null) {
      rules.add(rule);
    }
    return new ChannelBook(book.channel(), book.traits(), book.retired(), rules, book.version());
  }
}
