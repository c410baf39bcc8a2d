package io.stockledger.query.channel;

import io.stockledger.api.channel.OfferLine;
import io.stockledger.api.channel.OfferLine.Detail;
import io.stockledger.api.channel.OfferLine.Explained;
import io.stockledger.api.channel.OfferLine.Parts;
import io.stockledger.api.channel.OfferLine.SourceWord;
import io.stockledger.api.channel.OfferState;
import io.stockledger.api.channel.SellableQuery.Asked;
import io.stockledger.promise.Arithmetic;
import io.stockledger.promise.Confidence;
import io.stockledger.promise.Freshness;
import io.stockledger.promise.Promise;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is told of an evaluated item. Of one that is not exposed only that. */
final class LineMaking {
  private static final double PER_MILLE = 1_000;

  /** The fields whose rules make the figure, the first that a rule gave names it. */
  private static final List<String> FIGURE =
      List.of("buffer", "exposure", "listingCap", "backorder", "preOrder");

  private static final String NO_RULE = "default";

  private LineMaking() {}

  static OfferLine line(Evaluated evaluated, Asked asked, Instant now) {
    Promise promise = evaluated.promise();
    Detail detail =
        asked.explained() || (asked.detailed() && isExposed(evaluated))
            ? detail(evaluated, asked, now)
            : null;
    if (!isExposed(evaluated)) {
      return new OfferLine(
          evaluated.item().sku(),
          evaluated.item().location(),
          promise.state(),
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          detail,
          null,
          null);
    }
    return new OfferLine(
        evaluated.item().sku(),
        evaluated.item().location(),
        promise.state(),
        promise.why(),
        promise.shown(),
        promise.left(),
        promise.on(),
        promise.pickup().possible(),
        promise.confidence().perMille() / PER_MILLE,
        rule(promise),
        evaluated.version(),
        evaluated.position(),
        detail,
        null,
        null);
  }

  static boolean isExposed(Evaluated evaluated) {
    return evaluated.promise().state() != OfferState.NOT_EXPOSED;
  }

  private static String rule(Promise promise) {
    Map<String, String> rules = promise.terms().rules();
    if (!rules.isEmpty()) {
      for (String field : FIGURE) {
        String rule = rules.get(field);
        if (rule != null) {
          return rule;
        }
      }
    }
    return NO_RULE;
  }

  private static Detail detail(Evaluated evaluated, Asked asked, Instant now) {
    Promise promise = evaluated.promise();
    Confidence parts = promise.confidence();
    return new Detail(
        promise.pickup().failed(),
        new Parts(
            parts.freshness() / PER_MILLE,
            parts.countAge() / PER_MILLE,
            parts.countAccuracy() / PER_MILLE,
            parts.discrepancies() / PER_MILLE),
        word(promise.freshness()),
        evaluated.place().sources().stream()
            .map(
                source ->
                    new SourceWord(
                        source.source(),
                        word(source.freshness(promise.terms(), now)),
                        source.staleSince(),
                        source.lastHeardAt()))
            .toList(),
        promise.switchId(),
        asked.explained() ? explained(promise) : null);
  }

  private static String word(Freshness freshness) {
    return freshness.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Explained explained(Promise promise) {
    Arithmetic a = promise.arithmetic();
    return new Explained(
        a.good(),
        a.reserved(),
        a.setAside(),
        a.available(),
        a.buffer(),
        a.hidden(),
        a.units(),
        a.allowance(),
        promise.sellable(),
        promise.terms().rules(),
        text(promise));
  }

  private static String text(Promise promise) {
    Arithmetic a = promise.arithmetic();
    Map<String, String> rules = promise.terms().rules();
    StringBuilder text =
        new StringBuilder(
            "good %d, reserved %d, set aside %d, available %d"
                .formatted(a.good(), a.reserved(), a.setAside(), a.available()));
    if (a.buffer() > 0) {
      text.append(", buffer ").append(a.buffer()).append(by(rules.get("buffer")));
    }
    if (a.hidden()) {
      text.append(", hidden").append(by(rules.get("exposure")));
    }
    Long cap = promise.terms().listingCap();
    if (cap != null && a.units() == cap) {
      text.append(", at most ").append(cap).append(by(rules.get("listingCap")));
    }
    if (a.allowance() > 0) {
      String rule = rules.get(promise.terms().preOrder() == null ? "backorder" : "preOrder");
      text.append(", beyond ").append(a.allowance()).append(by(rule));
    }
    return text.append(", sellable ").append(promise.sellable()).toString();
  }

  private static String by(@Nullable String rule) {
    return rule == null ? "" : " by rule " + rule;
  }
}
