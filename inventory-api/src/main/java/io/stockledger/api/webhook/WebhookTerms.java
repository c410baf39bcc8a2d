package io.stockledger.api.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes where.
 *
 * @param channels whose changes are told, at most {@link #MOST_OF_EACH}
 * @param entries names of entries of the ledger that are told, or beginnings of names such as
 *     {@code stock.*}; at most {@link #MOST_OF_EACH}
 * @param locations only of these, empty for all; at most {@link #MOST_FILTERED}
 * @param skus only of these, empty for all; at most {@link #MOST_FILTERED}
 * @param note what it is for, no personal data
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WebhookTerms(
    String url,
    List<String> channels,
    List<String> entries,
    List<String> locations,
    List<String> skus,
    @Nullable String note) {
  public static final int LONGEST_URL = 2_000;
  public static final int MOST_OF_EACH = 50;
  public static final int MOST_FILTERED = 1_000;
  public static final int LONGEST_NOTE = 500;

  public WebhookTerms {
    channels = List.copyOf(channels);
    entries = List.copyOf(entries);
    locations = List.copyOf(locations);
    skus = List.copyOf(skus);
  }
}
