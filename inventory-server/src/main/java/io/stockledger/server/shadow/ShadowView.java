package io.stockledger.server.shadow;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Answer.View;
import io.stockledger.outgoing.shadow.ShadowDifference;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the figures of another system are from what the channel would have said.
 *
 * @param days of UTC, the last of them today
 * @param next where to go on; absent at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShadowView(
    String channel,
    int days,
    List<ShadowDifference> items,
    @Nullable String next,
    long position,
    Instant asOf)
    implements View {
  @Override
  public String stamp() {
    return days + "-" + items.size() + "-" + Integer.toHexString(items.hashCode());
  }
}
