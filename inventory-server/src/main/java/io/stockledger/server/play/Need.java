package io.stockledger.server.play;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for counting one item, as the guide to the HTTP face tells it under "What to count
 * next". A day is short, so that all picks of it are of the last 30 days.
 */
final class Need {
  private static final int VARIANCES = 5;

  /** What the item is on the worklist with. */
  record Reasons(
      @Nullable Instant countedAt,
      BigDecimal age,
      BigDecimal variance,
      BigDecimal velocity,
      BigDecimal velocityClass,
      BigDecimal discrepancies,
      long picked,
      long open) {
    BigDecimal score() {
      return age.add(variance).add(velocity).add(velocityClass).add(discrepancies);
    }

    /** The same words as {@link Worklists} finds in the ledger's answer. */
    String words(String sku, long onHand) {
      return String.format(
          Locale.ROOT,
          "%s %.1f = %.1f + %.1f + %.1f + %.1f + %.1f, on hand %d, picked %d, open %d, counted %s",
          sku,
          score(),
          age,
          variance,
          velocity,
          velocityClass,
          discrepancies,
          onHand,
          picked,
          open,
          countedAt == null ? "never" : countedAt);
    }
  }

  private final Deque<Long> variances = new ArrayDeque<>();
  private @Nullable Instant countedAt;
  private boolean concerned;
  private long picked;
  private long open;

  void picked(long units) {
    concerned = true;
    picked += units;
  }

  void counted(Instant at) {
    concerned = true;
    if (countedAt == null || at.isAfter(countedAt)) {
      countedAt = at;
    }
  }

  /** A total moved something, or could have. */
  void stated() {
    concerned = true;
  }

  /**
   * A count or a total was compared with the book.
   *
   * @param units of difference
   */
  void off(long units) {
    variances.addFirst(Math.abs(units));
    if (variances.size() > VARIANCES) {
      variances.removeLast();
    }
  }

  void disputed() {
    concerned = true;
    open++;
  }

  void settled() {
    open--;
  }

  boolean isListed(long onHand) {
    return concerned || onHand > 0;
  }

  /**
   * @param today its beginning
   * @param velocity the class of the product: A, B or C
   */
  Reasons reasons(Instant today, String velocity) {
    return new Reasons(
        countedAt,
        age(today),
        rounded(ratio(mean(), 5)),
        rounded(ratio(BigDecimal.valueOf(picked), 30)),
        BigDecimal.valueOf(velocity.equals("A") ? 10 : velocity.equals("B") ? 5 : 0),
        BigDecimal.valueOf(Math.min(20, 10 * open)),
        picked,
        open);
  }

  private BigDecimal age(Instant today) {
    if (countedAt == null) {
      return BigDecimal.valueOf(40);
    }
    long millis = Math.max(0, Duration.between(countedAt, today).toMillis());
    BigDecimal longest = BigDecimal.valueOf(Duration.ofDays(90).toMillis());
    BigDecimal part = BigDecimal.valueOf(millis).divide(longest, 20, RoundingMode.HALF_UP);
    return rounded(BigDecimal.valueOf(40).multiply(part.min(BigDecimal.ONE)));
  }

  private BigDecimal mean() {
    if (variances.isEmpty()) {
      return BigDecimal.ZERO;
    }
    long sum = variances.stream().mapToLong(Long::longValue).sum();
    return BigDecimal.valueOf(sum)
        .divide(BigDecimal.valueOf(variances.size()), 1, RoundingMode.HALF_UP);
  }

  /** Of 20, the more the bigger the figure is; half of it where it is as big as the other. */
  private static BigDecimal ratio(BigDecimal figure, long half) {
    return figure
        .multiply(BigDecimal.valueOf(20))
        .divide(figure.add(BigDecimal.valueOf(half)), 20, RoundingMode.HALF_UP);
  }

  private static BigDecimal rounded(BigDecimal figure) {
    return figure.setScale(1, RoundingMode.HALF_UP);
  }
}
