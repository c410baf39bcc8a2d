package io.stockledger.promise;

import io.stockledger.api.channel.SwitchLevel;
import io.stockledger.api.channel.SwitchScope;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The off switches that are pulled. */
public record Switches(List<Pulled> pulled) {
  /** None is pulled. */
  public static final Switches NONE = new Switches(List.of());

  /** One that is pulled. */
  public record Pulled(String switchId, SwitchScope scope, SwitchLevel level) {}

  public Switches {
    // the strongest first, so that the first that matches is the answer
    pulled =
        pulled.stream()
            .sorted(Comparator.comparing(Pulled::level).reversed().thenComparing(Pulled::switchId))
            .toList();
  }

  public static Switches of(Collection<Pulled> pulled) {
    return new Switches(List.copyOf(pulled));
  }

  /** The strongest that is about an item in a channel; none where none is. */
  public @Nullable Pulled strongest(String channel, Subject subject) {
    for (Pulled each : pulled) {
      String named = each.scope().channel();
      if ((named == null || named.equals(channel)) && subject.isIn(each.scope())) {
        return each;
      }
    }
    return null;
  }
}
