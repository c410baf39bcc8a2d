package io.stockledger.server.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Answer.View;
import io.stockledger.outgoing.preview.ItemDay;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Days of items on which the draft makes a difference, by SKU, location and day.
 *
 * @param next where to go on; absent at the end of what has been found so far
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PreviewItemsView(
    String id,
    String state,
    List<ItemDay> items,
    @Nullable String next,
    long position,
    Instant asOf)
    implements View {
  @Override
  public String stamp() {
    return id + "-" + state + "-" + items.size() + "-" + next;
  }
}
