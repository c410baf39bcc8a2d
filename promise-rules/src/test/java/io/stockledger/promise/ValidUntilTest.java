package io.stockledger.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.channel.SwitchLevel;
import io.stockledger.api.channel.SwitchScope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Between two recorded facts an answer changes at the moments it named, and at no others. */
class ValidUntilTest {
  private static final int QUESTIONS = 2_000;
  private static final int LOOKS = 6;
  private static final List<String> TERMS =
      List.of(
          "{'freshFor':'PT10M','fallbackAfter':'PT1H'}",
          "{'fallbackAfter':'PT20M','fallback':'limited-availability'}",
          "{'exposure':{'shown':'banded','onlyLeft':2,'limited':5}}",
          "{'countedWithin':'P40D'}",
          "{'backorder':{'units':5,'until':'2026-03-10T15:00:00Z'}}",
          "{'backorder':{'againstExpected':true}}",
          "{'backorder':{'units':3,'promisedOn':'2026-03-11'}}",
          "{'preOrder':{'units':4,'availableOn':'2026-03-12'}}",
          "{'limitedInTransition':true,'confirmBelowPerMille':600}",
          "{'buffer':{'perCent':20},'pickup':false}");

  @Test
  void nothing_changes_before_and_time_goes_on_from_one_such_moment_to_the_next() {
    long seed = System.nanoTime();
    System.out.println("seed of " + getClass().getSimpleName() + ": " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    int changes = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      Case question = question(random);
      Instant now = Case.NOW;
      for (int look = 0; look < LOOKS; look++) {
        Promise promise = question.promise(now);
        Instant until = promise.validUntil();
        if (until != null) {
          assertThat(until).as("seed %d, question %d", seed, i).isAfter(now);
        }
        Instant end = until == null ? now.plus(Duration.ofDays(400)) : until;
        long span = Duration.between(now, end).toMillis();
        Instant between = now.plusMillis(random.nextLong(span));
        for (Instant moment : List.of(between, end.minusNanos(1))) {
          assertThat(question.promise(moment))
              .as("seed %d, question %d at %s", seed, i, moment)
              .isEqualTo(promise);
        }
        if (until == null) {
          break;
        }
        changes += question.promise(until).offered().equals(promise.offered()) ? 0 : 1;
        now = until;
      }
    }
    assertThat(changes).as("answers that changed, seed %d", seed).isGreaterThan(QUESTIONS / 4);
  }

  private static Case question(SplittableRandom random) {
    Case question = new Case().good(random.nextLong(8)).reserved(random.nextLong(4));
    question.with("inTransit", random.nextLong(5) / 4).with("backordered", random.nextLong(3));
    question.with("openDiscrepancies", random.nextLong(6) / 4);
    for (int i = random.nextInt(4); i > 0; i--) {
      question.rule(TERMS.get(random.nextInt(TERMS.size())));
    }
    if (random.nextInt(3) == 0) {
      question.arrival("2026-03-09", 2).arrival("2026-03-10", 3).arrival("2026-03-13", 4);
    }
    question.counted(ago(random, Duration.ofDays(200)), ago(random, Duration.ofMinutes(8)));
    for (int i = random.nextInt(3); i > 0; i--) {
      Duration heard = ago(random, Duration.ofMinutes(90));
      question.stale(Duration.ofMinutes(random.nextLong(90) - 30), heard);
    }
    if (random.nextInt(8) == 0) {
      question.pulled(SwitchLevel.SOFT, SwitchScope.EVERYTHING);
    }
    if (random.nextBoolean()) {
      question.forPickup();
    }
    return question;
  }

  private static @Nullable Duration ago(SplittableRandom random, Duration most) {
    return random.nextInt(4) == 0 ? null : Duration.ofSeconds(random.nextLong(most.toSeconds()));
  }
}
