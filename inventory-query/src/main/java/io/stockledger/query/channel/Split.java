package io.stockledger.query.channel;

import java.util.ArrayList;
import java.util.List;

/**
 * Which places can serve lines together.
 *
 * @param greedy found step by step: there may be one of fewer places
 */
record Split(List<Share> shares, boolean greedy) {
  static final Split NONE = new Split(List.of(), false);

  /** Up to so many places every combination is tried. */
  static final int EXACT_PLACES = 16;

  /**
   * What one place serves.
   *
   * @param place its number
   * @param units of each line
   */
  record Share(int place, List<Long> units) {}

  /**
   * The fewest places that have everything together; among equals those that come first.
   *
   * @param wanted units of each line
   * @param units that each place has of each line
   */
  static Split of(long[] wanted, long[][] units) {
    if (!missing(wanted, units).stream().allMatch(line -> line == 0)) {
      return NONE;
    }
    return units.length <= EXACT_PLACES
        ? new Split(shares(wanted, units, fewest(wanted, units)), false)
        : new Split(shares(wanted, units, stepByStep(wanted, units)), true);
  }

  static boolean covers(long[] wanted, long[] units) {
    for (int line = 0; line < wanted.length; line++) {
      if (units[line] < wanted[line]) {
        return false;
      }
    }
    return true;
  }

  /** Units of each line that all places together do not have. */
  static List<Long> missing(long[] wanted, long[][] units) {
    List<Long> missing = new ArrayList<>(wanted.length);
    for (int line = 0; line < wanted.length; line++) {
      long open = wanted[line];
      for (long[] place : units) {
        open = Math.max(0, open - place[line]);
      }
      missing.add(open);
    }
    return missing;
  }

  private static List<Integer> fewest(long[] wanted, long[][] units) {
    for (int size = 1; size <= units.length; size++) {
      List<Integer> found = combination(wanted.clone(), units, 0, size, new ArrayList<>());
      if (!found.isEmpty()) {
        return found;
      }
    }
    throw new IllegalStateException("all places together have everything");
  }

  /** The first combination of so many more places, from one on, that has what is open. */
  private static List<Integer> combination(
      long[] open, long[][] units, int from, int more, List<Integer> taken) {
    if (more == 0) {
      return covers(open, new long[open.length]) ? List.copyOf(taken) : List.of();
    }
    for (int place = from; place <= units.length - more; place++) {
      taken.add(place);
      List<Integer> found =
          combination(less(open, units[place]), units, place + 1, more - 1, taken);
      if (!found.isEmpty()) {
        return found;
      }
      taken.removeLast();
    }
    return List.of();
  }

  /** Always the place next that has most of what is open. */
  private static List<Integer> stepByStep(long[] wanted, long[][] units) {
    List<Integer> taken = new ArrayList<>();
    long[] open = wanted.clone();
    while (!covers(open, new long[open.length])) {
      int best = 0;
      long most = 0;
      for (int place = 0; place < units.length; place++) {
        long served = sum(open) - sum(less(open, units[place]));
        if (served > most && !taken.contains(place)) {
          best = place;
          most = served;
        }
      }
      taken.add(best);
      open = less(open, units[best]);
    }
    return taken;
  }

  private static long sum(long[] units) {
    long sum = 0;
    for (long each : units) {
      sum += each;
    }
    return sum;
  }

  private static long[] less(long[] open, long[] units) {
    long[] left = new long[open.length];
    for (int line = 0; line < open.length; line++) {
      left[line] = Math.max(0, open[line] - units[line]);
    }
    return left;
  }

  private static List<Share> shares(long[] wanted, long[][] units, List<Integer> places) {
    List<Share> shares = new ArrayList<>(places.size());
    long[] open = wanted.clone();
    for (int place : places) {
      long[] left = less(open, units[place]);
      List<Long> served = new ArrayList<>(open.length);
      for (int line = 0; line < open.length; line++) {
        served.add(open[line] - left[line]);
      }
      shares.add(new Share(place, served));
      open = left;
    }
    return shares;
  }
}
