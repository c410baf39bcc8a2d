package io.stockledger.benchmarks.crash.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One item, folded from its entries: figures at every version, and its open lines now. */
final class ItemFold {
  private final List<Figures> byVersion = new ArrayList<>(List.of(Figures.ZERO));
  private final Map<LineId, OpenLine> lines = new LinkedHashMap<>();

  record LineId(String reservation, String line) {}

  /**
   * @param expiresAt none where it is allocated
   */
  record OpenLine(long open, @Nullable Instant expiresAt) {
    boolean isDue(Instant moment) {
      return expiresAt != null && !expiresAt.isAfter(moment);
    }
  }

  void add(Entry entry) {
    byVersion.add(figures().plus(entry.change()));
  }

  long version() {
    return byVersion.size() - 1L;
  }

  Figures figures() {
    return byVersion.getLast();
  }

  /** None where there never was such a version. */
  @Nullable Figures at(long version) {
    return version < 0 || version >= byVersion.size() ? null : byVersion.get((int) version);
  }

  void open(LineId id, long units, @Nullable Instant expiresAt) {
    lines.merge(
        id,
        new OpenLine(units, expiresAt),
        (old, fresh) -> new OpenLine(old.open + fresh.open, fresh.expiresAt));
  }

  /** Returns what was open before; fewer than {@code units} tells of a contradiction. */
  OpenLine close(LineId id, long units) {
    OpenLine before = lines.getOrDefault(id, new OpenLine(0, null));
    if (before.open <= units) {
      lines.remove(id);
    } else {
      lines.put(id, new OpenLine(before.open - units, before.expiresAt));
    }
    return before;
  }

  long open(boolean pending) {
    return lines.values().stream()
        .filter(line -> (line.expiresAt() != null) == pending)
        .mapToLong(OpenLine::open)
        .sum();
  }

  /** The earliest expiry among its open lines, none where nothing is pending. */
  @Nullable Instant nextDue() {
    return lines.values().stream()
        .map(OpenLine::expiresAt)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** The figures without the lines that are due: as a decision or a read of that moment sees it. */
  Figures figuresAt(Instant moment) {
    long due =
        lines.values().stream().filter(line -> line.isDue(moment)).mapToLong(OpenLine::open).sum();
    return figures().withoutPending(due);
  }

  /** Every moment in a span at which the figures may have changed by expiry alone. */
  List<Instant> moments(Instant from, Instant to) {
    List<Instant> moments = new ArrayList<>(List.of(from, to));
    for (OpenLine line : lines.values()) {
      Instant expiry = line.expiresAt();
      if (expiry != null && expiry.isAfter(from) && expiry.isBefore(to)) {
        moments.add(expiry);
      }
    }
    return moments;
  }
}
