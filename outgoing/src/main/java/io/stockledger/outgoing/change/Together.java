package io.stockledger.outgoing.change;

import io.stockledger.outgoing.change.Entries.Happening;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Happenings of one kind as one: a thousand products that were changed at once are looked at
 * together, and what is asked for next does not wait behind a thousand tasks.
 */
final class Together {
  private Together() {}

  /**
   * @param alone set where some products at some places are meant: with others there would be more
   *     of both
   */
  private record Kind(
      Cause cause,
      @Nullable String channel,
      boolean places,
      boolean products,
      @Nullable Reach alone) {
    static Kind of(Happening happening) {
      Reach reach = happening.reach();
      boolean places = !reach.locations().isEmpty();
      boolean products = !reach.skus().isEmpty();
      return new Kind(
          happening.cause(), reach.channel(), places, products, places && products ? reach : null);
    }
  }

  /**
   * @param happenings in the order of their positions
   * @return in the order of the first of each kind, with the position of its last
   */
  static List<Happening> of(List<Happening> happenings) {
    SequencedMap<Kind, List<Happening>> kinds = new LinkedHashMap<>();
    happenings.forEach(
        each -> kinds.computeIfAbsent(Kind.of(each), kind -> new ArrayList<>()).add(each));
    return kinds.values().stream().map(Together::joined).toList();
  }

  private static Happening joined(List<Happening> same) {
    Happening last = same.getLast();
    return new Happening(
        last.position(),
        last.cause(),
        new Reach(last.reach().channel(), all(same, Reach::locations), all(same, Reach::skus)));
  }

  private static List<String> all(List<Happening> same, Function<Reach, List<String>> part) {
    return same.stream()
        .map(Happening::reach)
        .map(part)
        .flatMap(Collection::stream)
        .distinct()
        .toList();
  }
}
