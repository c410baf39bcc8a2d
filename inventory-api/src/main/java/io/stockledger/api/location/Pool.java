package io.stockledger.api.location;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stock a virtual location has.
 *
 * @param locations of a sum: those whose stock it shows; it holds none of its own
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Pool(Kind kind, @Nullable List<String> locations) {
  /** Whose stock it is. */
  public enum Kind {
    /** Its own, kept apart from that of others. */
    @JsonProperty("ring-fenced")
    RING_FENCED,
    /** That of other locations. */
    @JsonProperty("sum")
    SUM
  }
}
