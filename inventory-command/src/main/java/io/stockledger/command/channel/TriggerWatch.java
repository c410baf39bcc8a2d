package io.stockledger.command.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a node has measured for its triggers, and what follows. At or above its threshold a trigger
 * pulls, unless its switch is pulled already. It returns the switch only if it was told to, and
 * once it was below for {@link #CALM} without a break. What a person returned is not pulled again
 * before the measure has been below once, or the trigger was put anew: a person's word counts more
 * than the measure that they saw.
 */
final class TriggerWatch {
  /** So long the measure stays below before a switch comes back by itself. */
  static final Duration CALM = Duration.ofMinutes(5);

  /** What is to be done. */
  enum Act {
    PULL,
    GIVE_BACK,
    NOTHING
  }

  /**
   * @param since when it was found below first, without a break
   * @param last when it was found below last
   */
  private record Below(@Nullable Instant since, Instant last) {}

  private final Map<String, Below> below = new HashMap<>();

  /** Forgets all others. */
  void keepOnly(Set<String> triggers) {
    below.keySet().retainAll(triggers);
  }

  /**
   * @param measured none where it is not known, which is neither above nor below
   */
  Act next(String id, Trigger trigger, SwitchBoard board, @Nullable Long measured, Instant now) {
    Below known = below.get(id);
    if (measured == null || measured >= trigger.threshold()) {
      if (known != null) {
        below.put(id, new Below(null, known.last()));
      }
      boolean pulls = measured != null && board.pulledBy(id) == null;
      return pulls && isArmed(id, trigger) ? Act.PULL : Act.NOTHING;
    }
    Instant since = known == null || known.since() == null ? now : known.since();
    below.put(id, new Below(since, now));
    return trigger.returnsByItself() && board.pulledBy(id) != null && !since.plus(CALM).isAfter(now)
        ? Act.GIVE_BACK
        : Act.NOTHING;
  }

  private boolean isArmed(String id, Trigger trigger) {
    Instant returned = trigger.returnedByPersonAt();
    Below known = below.get(id);
    return returned == null || (known != null && known.last().isAfter(returned));
  }
}
