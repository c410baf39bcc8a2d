package io.stockledger.server.inbound;

import io.stockledger.server.problem.Faults;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** No two lines of a request have one name. */
final class LineNames {
  /** The most lines of one request. */
  static final int MOST = 1_000;

  private LineNames() {}

  /**
   * @param lines how many there are
   * @param nameOf the name of each by its place from 0, absent where it is missing
   */
  static void checkDiffer(int lines, IntFunction<@Nullable String> nameOf, Faults faults) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < lines; i++) {
      String name = nameOf.apply(i);
      if (name != null && !seen.add(name)) {
        faults.add("lines[" + i + "].line", "is the name of another line as well", name);
      }
    }
  }
}
