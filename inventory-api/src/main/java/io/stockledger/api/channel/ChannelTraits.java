package io.stockledger.api.channel;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a channel says of itself beside its id. In JSON its fields stand beside that, flat.
 *
 * @param locations the locations, or groups of them, from which it sells, at most 1,000; absent for
 *     all
 * @param pilotSkus while it is tried out, only these products, at most 10,000; absent for all
 * @param pilotLocations while it is tried out, only these locations; absent for all
 * @param shadow it only watches: nothing is promised through it, and what another system says is
 *     held against what it would say
 * @param storeCodes how the channel calls locations, by their ids; those not named are called by
 *     their id
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonAutoDetect(isGetterVisibility = Visibility.NONE) // what is not said is not written as false
public record ChannelTraits(
    String name,
    @Nullable List<String> locations,
    @Nullable List<String> pilotSkus,
    @Nullable List<String> pilotLocations,
    @Nullable Boolean shadow,
    @Nullable SortedMap<String, String> storeCodes) {
  public boolean isShadow() {
    return Boolean.TRUE.equals(shadow);
  }
}
