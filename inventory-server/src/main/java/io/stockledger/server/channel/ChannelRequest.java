package io.stockledger.server.channel;

import io.stockledger.api.Identifiers;
import io.stockledger.api.channel.ChannelTraits;
import io.stockledger.server.http.Checked;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known of a channel, in whole; its rules stay as they are. */
record ChannelRequest(
    @NotBlank @Size(max = 200) String name,
    @Nullable @Size(min = 1, max = 1_000)
        List<@NotNull @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String> locations,
    @Nullable @Size(min = 1, max = 10_000)
        List<@NotNull @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String> pilotSkus,
    @Nullable @Size(min = 1, max = 1_000)
        List<@NotNull @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String>
            pilotLocations,
    @Nullable Boolean shadow,
    @Nullable @Size(max = 1_000)
        Map<
                @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String,
                @NotBlank @Size(max = 64) String>
            storeCodes)
    implements Checked {

  @Override
  public void check(Faults faults, String path) {
    checkOnce(locations, "locations", faults);
    checkOnce(pilotSkus, "pilotSkus", faults);
    checkOnce(pilotLocations, "pilotLocations", faults);
    checkStoreCodes(faults);
  }

  /** Who takes files by store code could not tell two locations of one code apart. */
  private void checkStoreCodes(Faults faults) {
    Map<String, String> locations = new HashMap<>();
    Map<String, String> codes = storeCodes == null ? Map.of() : new TreeMap<>(storeCodes);
    codes.forEach(
        (location, code) -> {
          String other = locations.putIfAbsent(code, location);
          if (other != null) {
            faults.add("storeCodes[" + location + "]", "is the code of " + other + " too", code);
          }
        });
  }

  private static void checkOnce(@Nullable List<String> names, String list, Faults faults) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; names != null && i < names.size(); i++) {
      if (!seen.add(names.get(i))) {
        faults.add(list + "[" + i + "]", "is there twice", names.get(i));
      }
    }
  }

  ChannelTraits traits() {
    return new ChannelTraits(
        name,
        locations,
        pilotSkus,
        pilotLocations,
        shadow,
        storeCodes == null || storeCodes.isEmpty() ? null : new TreeMap<>(storeCodes));
  }
}
