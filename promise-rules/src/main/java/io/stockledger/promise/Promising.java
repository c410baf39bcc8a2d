package io.stockledger.promise;

import io.stockledger.api.channel.Exposure;
import io.stockledger.api.channel.Exposure.Shown;
import io.stockledger.api.channel.OfferState;
import io.stockledger.api.channel.SwitchLevel;
import io.stockledger.promise.Switches.Pulled;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a channel may promise. The rows of the decision table ({@code docs/promises.md}) are
 * the branches of {@link #state}, in their order: the first that applies is the answer.
 */
public final class Promising {
  /** For so long after a pick more of the same wave are expected. */
  static final Duration PICK_WAVE = Duration.ofMinutes(5);

  private final Terms terms;
  private final Stock stock;
  private final Place place;
  private final Instant now;
  private final boolean forPickup;
  private final @Nullable Pulled pulled;
  private final boolean exposed;
  private final Freshness freshness;
  private final Confidence confidence;
  private final Arithmetic arithmetic;
  private final Pickup pickup;

  private Promising(
      ChannelBook channel,
      Switches switches,
      Subject subject,
      Stock stock,
      Place place,
      Instant now,
      boolean forPickup) {
    this.terms = channel.termsFor(subject);
    this.stock = stock;
    this.place = place;
    this.now = now;
    this.forPickup = forPickup;
    this.pulled = switches.strongest(channel.channel(), subject);
    this.exposed =
        !subject.retired() && channel.reaches(subject) && terms.exposure().shown() != Shown.NONE;
    this.freshness = Freshness.of(place, terms, now);
    this.confidence = Confidence.of(freshness, stock, place, now);
    this.arithmetic = Arithmetic.of(terms, stock, now);
    this.pickup = Pickup.of(terms, arithmetic.units(), freshness, stock, now);
  }

  /**
   * What a channel may promise of an item.
   *
   * @param forPickup asked by somebody who wants to fetch it
   */
  public static Promise promise(
      ChannelBook channel,
      Switches switches,
      Subject subject,
      Stock stock,
      Place place,
      Instant now,
      boolean forPickup) {
    return new Promising(channel, switches, subject, stock, place, now, forPickup).promise();
  }

  /** A state, and the row of the table that it comes from. */
  private record Row(OfferState state, String why) {}

  private Promise promise() {
    Row row = state();
    OfferState state = row.state();
    long sellable = state.isOffered() ? arithmetic.sellable() : 0;
    return new Promise(
        state,
        row.why(),
        sellable,
        isExact() && state != OfferState.NOT_EXPOSED && !isSilenced(row) ? (Long) sellable : null,
        state == OfferState.ONLY_N_LEFT || state == OfferState.LAST_ITEM
            ? (Long) arithmetic.units()
            : null,
        on(state),
        freshness,
        confidence,
        pickup,
        arithmetic,
        terms,
        pulled == null ? null : pulled.switchId(),
        validUntil());
  }

  private Row state() {
    if (!exposed) {
      return new Row(OfferState.NOT_EXPOSED, "not-exposed");
    }
    if (pulled != null && pulled.level() == SwitchLevel.HIDDEN) {
      return new Row(OfferState.TEMPORARILY_UNAVAILABLE, "switch");
    }
    if (freshness == Freshness.SILENT) {
      return new Row(terms.fallback(), "silent-source");
    }
    if (Arithmetic.isBefore(terms.preOrder(), now)) {
      return arithmetic.allowance() > 0
          ? new Row(OfferState.PRE_ORDER, "pre-order")
          : new Row(OfferState.OUT_OF_STOCK, "pre-order-full");
    }
    if (arithmetic.units() == 0) {
      return arithmetic.allowance() > 0
          ? new Row(OfferState.ON_BACKORDER, "backorder")
          : new Row(OfferState.OUT_OF_STOCK, arithmetic.hidden() ? "hidden-at-or-below" : "none");
    }
    if (forPickup && pickup.isUncertainOnly()) {
      return new Row(OfferState.PICKUP_VALIDATION_PENDING, "pickup-signals");
    }
    if (Freshness.neverHeard(place, now)) {
      return new Row(OfferState.SYNCING, "never-heard");
    }
    Long confirmBelow = terms.confirmBelowPerMille();
    if (confirmBelow != null && confidence.perMille() < confirmBelow) {
      return new Row(OfferState.STORE_CONFIRMATION_REQUIRED, "confidence");
    }
    if (terms.limitedInTransition() && isInTransition()) {
      return new Row(OfferState.LIMITED_AVAILABILITY, "in-transition");
    }
    return band();
  }

  /** How many there are, in a word. The number itself is told only where it is certain. */
  private Row band() {
    Exposure exposure = terms.exposure();
    long units = arithmetic.units();
    if (isCertain() && units <= exposure.onlyLeftAt()) {
      return units == 1
          ? new Row(OfferState.LAST_ITEM, "band")
          : new Row(OfferState.ONLY_N_LEFT, "band");
    }
    long limited = Math.max(exposure.limitedAt(), exposure.onlyLeftAt());
    return new Row(
        units <= limited ? OfferState.LIMITED_AVAILABILITY : OfferState.IN_STOCK,
        isCertain() ? "band" : pulled == null ? "stale-source" : "switch");
  }

  /** Neither a switch nor a silent place takes the figure away. */
  private boolean isCertain() {
    return pulled == null && freshness.compareTo(Freshness.OLD) < 0;
  }

  private boolean isExact() {
    return isCertain() && terms.exposure().shown() == Shown.EXACT;
  }

  /** States that are about not knowing say no figure. */
  private static boolean isSilenced(Row row) {
    return switch (row.state()) {
      case SYNCING, STORE_CONFIRMATION_REQUIRED, PICKUP_VALIDATION_PENDING -> true;
      default -> false;
    };
  }

  private boolean isInTransition() {
    return stock.inTransit() > 0 || isWithinPickWave();
  }

  private boolean isWithinPickWave() {
    Instant waveEnds = waveEnds();
    return waveEnds != null && waveEnds.isAfter(now);
  }

  private @Nullable Instant waveEnds() {
    return stock.lastPickAt() == null || stock.reserved() == 0
        ? null
        : stock.lastPickAt().plus(PICK_WAVE);
  }

  private @Nullable LocalDate on(OfferState state) {
    return switch (state) {
      case PRE_ORDER -> promisedOn(1);
      case ON_BACKORDER -> promisedOn(1);
      case OUT_OF_STOCK, TEMPORARILY_UNAVAILABLE -> exposed ? stock.coveredOn(1) : null;
      default -> null;
    };
  }

  private @Nullable LocalDate promisedOn(long units) {
    return promisedOn(terms, stock, units, now);
  }

  /**
   * The date that is promised with units beyond what is there; none where the rule gives none, and
   * none that has passed.
   *
   * @param units of the allowance
   */
  public static @Nullable LocalDate promisedOn(Terms terms, Stock stock, long units, Instant now) {
    if (terms.preOrder() != null && Arithmetic.isBefore(terms.preOrder(), now)) {
      return terms.preOrder().availableOn();
    }
    LocalDate said = terms.backorder().promisedOn();
    LocalDate day = said == null ? stock.coveredOn(units) : said;
    return day == null || day.isBefore(LocalDate.ofInstant(now, ZoneOffset.UTC)) ? null : day;
  }

  private @Nullable Instant validUntil() {
    Instant next = Freshness.nextChange(place, terms, now);
    next = Moments.earliestAfter(now, next, Confidence.nextChange(stock, now));
    next = Moments.earliestAfter(now, next, Pickup.countDue(terms, stock));
    next = Moments.earliestAfter(now, next, terms.backorder().until());
    if (terms.preOrder() != null) {
      next = Moments.earliestAfter(now, next, Arithmetic.start(terms.preOrder().availableOn()));
    }
    return terms.limitedInTransition() ? Moments.earliestAfter(now, next, waveEnds()) : next;
  }
}
