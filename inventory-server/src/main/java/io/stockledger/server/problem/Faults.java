package io.stockledger.server.problem;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers everything that is wrong with a request, so that its sender learns it at once. */
public final class Faults {
  /** How far a sender's clock may run ahead of ours (rule book, "When it happened"). */
  public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

  private static final int MOST_SHOWN = 100;
  private static final int LONGEST_GIVEN = 120;

  private final Instant now;
  private final List<InvalidField> found = new ArrayList<>();
  private @Nullable Problem missing;

  public Faults(Instant now) {
    this.now = now;
  }

  public Instant now() {
    return now;
  }

  public void add(String field, String what, @Nullable Object given) {
    if (found.size() < MOST_SHOWN) {
      found.add(new InvalidField(field, what, shortened(given)));
    }
  }

  /** What is wrong with a part of the request, such as {@code [3]}. */
  public void addAll(String part, Faults others) {
    for (InvalidField fault : others.found) {
      String field = fault.field().isEmpty() ? part : part + "." + fault.field();
      if (found.size() < MOST_SHOWN) {
        found.add(new InvalidField(field, fault.what(), fault.given()));
      }
    }
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
    if (moment != null && moment.isAfter(now.plus(CLOCK_TOLERANCE))) {
      add(field, "occurred-in-future: more than 5 minutes ahead of the ledger's clock", moment);
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

  /** By field, so that the same request always gets the same answer. */
  public Problem problem() {
    List<InvalidField> errors =
        found.stream()
            .sorted(Comparator.comparing(InvalidField::field).thenComparing(InvalidField::what))
            .toList();
    String fields = String.join(", ", errors.stream().map(InvalidField::field).distinct().toList());
    return Problem.of(ProblemType.INVALID_REQUEST, "Not valid: " + fields).with("errors", errors);
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
