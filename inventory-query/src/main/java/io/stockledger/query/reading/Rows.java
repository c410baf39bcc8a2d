package io.stockledger.query.reading;

import io.stockledger.api.Page;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows, and the position of the projection in the very same snapshot.
 *
 * @param position up to where the rows are folded
 */
public record Rows<T>(long position, List<T> items) {
  /** The items of a page, when one more than its limit was read to see whether there are more. */
  public List<T> within(Page page) {
    return items.size() > page.limit() ? items.subList(0, page.limit()) : items;
  }

  /** Where the next page begins; none at the end. */
  public @Nullable String next(Page page, Function<T, List<String>> key) {
    return items.size() > page.limit()
        ? Cursor.after(key.apply(items.get(page.limit() - 1)))
        : null;
  }
}
