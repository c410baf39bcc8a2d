package io.stockledger.api.channel;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.stockledger.api.Answer.View;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From where a channel can serve lines, out of units that are there.
 *
 * @param single the locations that can serve all lines, the surest first; in a neighbourhood the
 *     nearest first
 * @param split where no single one can, the fewest locations that can together, and what each
 *     serves; empty where all together cannot
 * @param greedy the split was found step by step, and there may be one of fewer locations;
 *     otherwise there is none
 * @param missing what all locations together cannot serve
 */
public record ServingView(
    String channel,
    List<String> single,
    List<Share> split,
    boolean greedy,
    List<Line> missing,
    long channelVersion,
    long position,
    Instant asOf,
    @JsonIgnore @Nullable Instant validUntil,
    String stamp)
    implements View {
  /** Units of a SKU. */
  public record Line(String sku, long quantity) {}

  /** What one location serves. */
  public record Share(String location, List<Line> lines) {}
}
