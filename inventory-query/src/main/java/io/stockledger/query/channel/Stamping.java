package io.stockledger.query.channel;

import io.stockledger.api.channel.OfferLine;
import io.stockledger.api.channel.OfferLine.Detail;
import io.stockledger.api.channel.OfferLine.Parts;
import io.stockledger.query.reading.Stamps;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an answer is made of, for its stamp, and up to when it holds. */
final class Stamping {
  private static final double PER_MILLE = 1_000;

  private final StringBuilder all = new StringBuilder();
  private @Nullable Instant validUntil;

  Stamping(long channelVersion) {
    all.append(channelVersion);
  }

  /** Everything of a line that is told, so that it changes with the line. */
  void add(OfferLine line) {
    all.append('|').append(line.sku()).append('@').append(line.location());
    all.append(' ').append(line.state()).append(' ').append(line.why());
    all.append(' ').append(line.sellable()).append(' ').append(line.left());
    all.append(' ').append(line.on()).append(' ').append(line.pickup());
    all.append(' ').append(perMille(line.confidence())).append(' ').append(line.rule());
    all.append(' ').append(line.version()).append(' ').append(line.unknown());
    if (line.detail() != null) {
      add(line.detail());
    }
    if (line.near() != null) {
      all.append(' ').append(line.near());
    }
  }

  private void add(Detail detail) {
    Parts parts = detail.confidence();
    all.append(' ').append(detail.pickupFailed()).append(' ').append(perMille(parts.freshness()));
    all.append(' ').append(perMille(parts.countAge()));
    all.append(' ').append(perMille(parts.countAccuracy()));
    all.append(' ').append(perMille(parts.discrepancies()));
    all.append(' ').append(detail.freshness()).append(' ').append(detail.switchId());
    detail.sources().forEach(source -> all.append(' ').append(source));
    if (detail.explained() != null) {
      all.append(' ').append(detail.explained());
    }
  }

  /** Shorter, and quicker to write, than the fraction. */
  private static long perMille(@Nullable Double part) {
    return part == null ? -1 : Math.round(part * PER_MILLE);
  }

  void holdsUntil(@Nullable Instant moment) {
    if (moment != null && (validUntil == null || moment.isBefore(validUntil))) {
      validUntil = moment;
    }
  }

  @Nullable Instant validUntil() {
    return validUntil;
  }

  String stamp() {
    return Stamps.of(all);
  }
}
