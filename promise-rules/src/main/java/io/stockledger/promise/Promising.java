package io.stockledger.promise;

import io.stockledger.api.channel.Exposure;
import io.stockledger.api.channel.Exposure.Shown;
import io.stockledger.api.channel.OfferState;
import io.stockledger.api.channel.SwitchLevel;
import io.stockledger.promise.Switches.Pulled;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a channel may promise. {@link #TABLE} is the decision table of {@code
 * docs/promises.md}, row by row: the first that applies is the answer.
 */
public final class Promising {
  /** For so long after a pick more of the same wave are expected. */
  static final Duration PICK_WAVE = Duration.ofMinutes(5);

  /**
   * A row of the decision table.
   *
   * @param why the name of the row; several rows of one cause share it
   */
  record Row(String why, Predicate<Promising> applies, Function<Promising, OfferState> state) {
    private static Row of(String why, Predicate<Promising> applies, OfferState state) {
      return new Row(why, applies, promising -> state);
    }
  }

  /** The decision table, the first row first. The last one always applies. */
  static final List<Row> TABLE =
      List.of(
          Row.of("not-exposed", p -> !p.exposed, OfferState.NOT_EXPOSED),
          Row.of("switch", Promising::isHidden, OfferState.TEMPORARILY_UNAVAILABLE),
          new Row("silent-source", Promising::isSilent, p -> p.terms.fallback()),
          Row.of("pre-order", p -> p.isEarly() && p.isBeyond(), OfferState.PRE_ORDER),
          Row.of("pre-order-full", Promising::isEarly, OfferState.OUT_OF_STOCK),
          Row.of("backorder", p -> p.isNone() && p.isBeyond(), OfferState.ON_BACKORDER),
          Row.of(
              "hidden-at-or-below",
              p -> p.isNone() && p.arithmetic.hidden(),
              OfferState.OUT_OF_STOCK),
          Row.of("none", Promising::isNone, OfferState.OUT_OF_STOCK),
          Row.of(
              "pickup-signals",
              p -> p.forPickup && p.pickup.isUncertainOnly(),
              OfferState.PICKUP_VALIDATION_PENDING),
          Row.of("never-heard", p -> Freshness.neverHeard(p.place, p.now), OfferState.SYNCING),
          Row.of("confidence", Promising::isUnsure, OfferState.STORE_CONFIRMATION_REQUIRED),
          Row.of(
              "in-transition",
              p -> p.terms.limitedInTransition() && p.isInTransition(),
              OfferState.LIMITED_AVAILABILITY),
          Row.of("band", p -> p.isFew() && p.arithmetic.units() == 1, OfferState.LAST_ITEM),
          Row.of("band", Promising::isFew, OfferState.ONLY_N_LEFT),
          new Row("switch", p -> p.pulled != null, Promising::band),
          new Row("stale-source", p -> !p.isCertain(), Promising::band),
          Row.of("band", Promising::isLimited, OfferState.LIMITED_AVAILABILITY),
          Row.of("band", p -> true, OfferState.IN_STOCK));

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
    this.exposed = channel.exposes(subject, terms);
    this.freshness = Freshness.of(place, terms, now);
    this.confidence = Confidence.of(freshness, stock, place, now);
    this.arithmetic = Arithmetic.of(terms, stock, now);
    this.pickup =
        Pickup.of(
            terms,
            exposed && !isHidden(),
            freshness.compareTo(Freshness.OLD) < 0 && !Freshness.neverHeard(place, now),
            arithmetic.units(),
            stock,
            now);
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

  private Promise promise() {
    Row row = row();
    OfferState state = row.state().apply(this);
    boolean shown = isExact() && state != OfferState.NOT_EXPOSED && !isSilenced(state);
    return new Promise(
        state,
        row.why(),
        state.isOffered() ? arithmetic.sellable() : 0,
        shown ? (Long) figure(state) : null,
        state == OfferState.ONLY_N_LEFT || state == OfferState.LAST_ITEM
            ? (Long) arithmetic.units()
            : null,
        isHidden() ? null : on(state),
        freshness,
        confidence,
        pickup,
        arithmetic,
        terms,
        pulled == null ? null : pulled.switchId(),
        validUntil());
  }

  private Row row() {
    for (Row row : TABLE) {
      if (row.applies().test(this)) {
        return row;
      }
    }
    throw new IllegalStateException("the last row always applies");
  }

  /** Units that are there, and only where there are none those that may be promised beyond. */
  private long figure(OfferState state) {
    if (!state.isOffered()) {
      return 0;
    }
    return arithmetic.units() > 0 ? arithmetic.units() : arithmetic.allowance();
  }

  private boolean isHidden() {
    return pulled != null && pulled.level() == SwitchLevel.HIDDEN;
  }

  /** Whether nothing but the fallback is to be said; it offers nothing that is not there. */
  private boolean isSilent() {
    return freshness == Freshness.SILENT
        && (!terms.fallback().isOffered() || arithmetic.sellable() > 0);
  }

  private boolean isEarly() {
    return Arithmetic.isBefore(terms.preOrder(), now);
  }

  private boolean isNone() {
    return arithmetic.units() == 0;
  }

  private boolean isBeyond() {
    return arithmetic.allowance() > 0;
  }

  private boolean isUnsure() {
    Long below = terms.confirmBelowPerMille();
    return below != null && confidence.perMille() < below;
  }

  /** The number itself is told only where it is certain. */
  private boolean isFew() {
    return isCertain() && arithmetic.units() <= terms.exposure().onlyLeftAt();
  }

  private boolean isLimited() {
    Exposure exposure = terms.exposure();
    return arithmetic.units() <= Math.max(exposure.limitedAt(), exposure.onlyLeftAt());
  }

  private OfferState band() {
    return isLimited() ? OfferState.LIMITED_AVAILABILITY : OfferState.IN_STOCK;
  }

  /** Neither a switch nor a silent place takes the figure away. */
  private boolean isCertain() {
    return pulled == null && freshness.compareTo(Freshness.OLD) < 0;
  }

  private boolean isExact() {
    return isCertain() && terms.exposure().shown() == Shown.EXACT;
  }

  /** States that are about not knowing say no figure. */
  private static boolean isSilenced(OfferState state) {
    return switch (state) {
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
      case OUT_OF_STOCK, TEMPORARILY_UNAVAILABLE -> stock.coveredOn(1, now);
      default -> null;
    };
  }

  private @Nullable LocalDate promisedOn(long units) {
    return promisedOn(terms, stock, units, now);
  }

  /**
   * The date that is promised with units beyond what is there; none where the rule gives none. A
   * date that the rule gives and that has passed is none.
   *
   * @param units of the allowance
   */
  public static @Nullable LocalDate promisedOn(Terms terms, Stock stock, long units, Instant now) {
    if (terms.preOrder() != null && Arithmetic.isBefore(terms.preOrder(), now)) {
      return terms.preOrder().availableOn();
    }
    LocalDate said = terms.backorder().promisedOn();
    return said == null || said.isBefore(Moments.day(now)) ? stock.coveredOn(units, now) : said;
  }

  private @Nullable Instant validUntil() {
    Instant next = Freshness.nextChange(place, terms, now);
    next = Moments.earliestAfter(now, next, Confidence.nextChange(stock, now));
    next = Moments.earliestAfter(now, next, Pickup.countDue(terms, stock));
    next = Moments.earliestAfter(now, next, terms.backorder().until());
    next = Moments.earliestAfter(now, next, stock.nextOverdue(now));
    LocalDate said = terms.backorder().promisedOn();
    if (said != null) {
      next = Moments.earliestAfter(now, next, Moments.start(said.plusDays(1)));
    }
    if (terms.preOrder() != null) {
      next = Moments.earliestAfter(now, next, Moments.start(terms.preOrder().availableOn()));
    }
    return terms.limitedInTransition() ? Moments.earliestAfter(now, next, waveEnds()) : next;
  }
}
