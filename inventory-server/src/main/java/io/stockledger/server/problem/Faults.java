package io.stockledger.server.problem;

import io.stockledger.api.product.Gtin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers everything that is wrong with a request, so that its sender learns it at once. */
public final class Faults {
  /** How far a sender's clock may run ahead of ours (rule book, "When it happened"). */
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

  private static final int MOST_SHOWN = 100;
  private static final int LONGEST_GIVEN = 120;

  private final Instant now;
  private final List<InvalidField> found = new ArrayList<>();
  private final Set<ProblemType> types = EnumSet.noneOf(ProblemType.class);
  private @Nullable Problem missing;

  public Faults(Instant now) {
    this.now = now;
  }

  public Instant now() {
    return now;
  }

  public void add(String field, String what, @Nullable Object given) {
    add(field, what, given, ProblemType.INVALID_REQUEST, Map.of());
  }

  /**
   * A fault of a type of its own, which the whole problem has where nothing else is wrong.
   *
   * @param figures what a program needs of it, by name
   */
  public void add(
      String field,
      String what,
      @Nullable Object given,
      ProblemType type,
      Map<String, Object> figures) {
    add(new InvalidField(field, what, shortened(given), type, figures));
  }

  private void add(InvalidField fault) {
    types.add(fault.type());
    if (found.size() < MOST_SHOWN) {
      found.add(fault);
    }
  }

  /** What is wrong with a part of the request, such as {@code [3]}. */
  public void addAll(String part, Faults others) {
    types.addAll(others.types);
    others.found.forEach(fault -> add(fault.within(part)));
  }

  /** Whether something is known to be wrong with this field, or with what it is part of. */
  public boolean knows(String field) {
    return found.stream()
        .anyMatch(
            f ->
                field.equals(f.field())
                    || field.startsWith(f.field() + ".")
                    || field.startsWith(f.field() + "["));
  }

  /** Whether something is known to be wrong with this field or a part of it. */
  public boolean knowsWithin(String field) {
    return knows(field) || found.stream().anyMatch(f -> f.field().startsWith(field + "."));
  }

  public boolean none() {
    return found.isEmpty();
  }

  /** Something that the request names is not there: told when nothing is wrong with its form. */
  public void addMissing(Problem problem) {
    if (missing == null) {
      missing = problem;
    }
  }

  /** Whether nothing else is wrong than that something is not there. */
  public boolean onlyMissing() {
    return none() && missing != null;
  }

  /** The first thing that is not there. */
  public @Nullable Problem missing() {
    return missing;
  }

  /** A moment that has happened, or nearly: up to 5 minutes ahead of our clock counts as now. */
  public void requireNotAhead(String field, @Nullable Instant moment) {
    requireNotAhead(field, moment, now, "the ledger's clock");
  }

  /**
   * @param clock what it is now by whichever clock may run ahead of ours
   * @param whose words for that clock
   */
  public void requireNotAhead(String field, @Nullable Instant moment, Instant clock, String whose) {
    Instant latest = clock.plus(CLOCK_TOLERANCE);
    if (moment != null && moment.isAfter(latest)) {
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("occurredAt", moment);
      figures.put("latest", latest);
      add(
          field,
          "is more than 5 minutes ahead of " + whose,
          moment,
          ProblemType.OCCURRED_IN_FUTURE,
          figures);
    }
  }

  /**
   * A number that has the form of a GTIN: its last digit checks the others.
   *
   * @param given what stands in the field, with the number in it
   */
  public void requireCheckDigit(String field, String gtin, String given) {
    int expected = Gtin.checkDigit(gtin);
    int told = gtin.charAt(gtin.length() - 1) - '0';
    if (told != expected) {
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("gtin", gtin);
      figures.put("expectedDigit", expected);
      figures.put("foundDigit", told);
      add(
          field,
          "has a wrong check digit: the last one must be %d, it is %d".formatted(expected, told),
          given,
          ProblemType.WRONG_CHECK_DIGIT,
          figures);
    }
  }

  /**
   * @throws ProblemException with all of them, if there are any, else with what is missing
   */
  public void throwIfAny() {
    if (!none()) {
      throw new ProblemException(problem());
    }
    if (missing != null) {
      throw new ProblemException(missing);
    }
  }

  /**
   * By field, so that the same request always gets the same answer. Where all faults are of one
   * type it is of that type, with the figures of the first beside its own members.
   */
  public Problem problem() {
    List<InvalidField> errors =
        found.stream()
            .sorted(Comparator.comparing(InvalidField::field).thenComparing(InvalidField::what))
            .toList();
    String fields = String.join(", ", errors.stream().map(InvalidField::field).distinct().toList());
    ProblemType type = types.size() == 1 ? types.iterator().next() : ProblemType.INVALID_REQUEST;
    Problem problem = Problem.of(type, "Not valid: " + fields);
    if (type != ProblemType.INVALID_REQUEST) {
      for (Map.Entry<String, Object> figure : errors.getFirst().figures().entrySet()) {
        problem = problem.with(figure.getKey(), figure.getValue());
      }
    }
    return problem.with("errors", errors.stream().map(InvalidField::body).toList());
  }

  /** One fault, at once. */
  public static ProblemException one(String field, String what, @Nullable Object given) {
    Faults faults = new Faults(Instant.EPOCH);
    faults.add(field, what, given);
    return new ProblemException(faults.problem());
  }

  private static @Nullable Object shortened(@Nullable Object given) {
    if (given == null || given instanceof Number || given instanceof Boolean) {
      return given;
    }
    String text = given.toString();
    return text.length() <= LONGEST_GIVEN ? text : text.substring(0, LONGEST_GIVEN) + "…";
  }
}
