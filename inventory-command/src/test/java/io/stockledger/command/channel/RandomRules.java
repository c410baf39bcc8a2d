package io.stockledger.command.channel;

import io.stockledger.api.channel.Backorder;
import io.stockledger.api.channel.Buffer;
import io.stockledger.api.channel.ChannelTraits;
import io.stockledger.api.channel.Exposure;
import io.stockledger.api.channel.Exposure.Shown;
import io.stockledger.api.channel.RuleTerms;
import io.stockledger.api.channel.SwitchLevel;
import io.stockledger.command.reservation.TestLedger;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Rules of three channels that change all the time. */
public final class RandomRules {
  public static final List<String> CHANNELS = List.of("web", "app", "kiosk");

  private static final ChannelTraits EVERYWHERE =
      new ChannelTraits("any", null, null, null, null, null);
  private static final LocalDate DAY = LocalDate.parse("2026-04-01");

  private final Random random;
  private final TestLedger ledger;

  public RandomRules(Random random, TestLedger ledger) {
    this.random = random;
    this.ledger = ledger;
    CHANNELS.forEach(this::put);
  }

  /** One channel says something else, or a switch is pulled or returned. */
  public void next() {
    if (random.nextInt(6) == 0) {
      ledger
          .channels()
          .pull(
              switch (random.nextInt(4)) {
                case 0 -> SwitchLevel.HIDDEN;
                case 1 -> SwitchLevel.SOFT;
                default -> null;
              });
    } else {
      put(CHANNELS.get(random.nextInt(CHANNELS.size())));
    }
  }

  private void put(String channel) {
    ledger
        .channels()
        .put(channel, EVERYWHERE, random.nextInt(12) == 0, buffer(), exposure(), rest());
  }

  private RuleTerms buffer() {
    return ChannelsInMemory.buffer(
        random.nextInt(3) == 0
            ? new Buffer(null, (long) random.nextInt(60), null, null)
            : new Buffer((long) random.nextInt(4), null, null, null));
  }

  private RuleTerms exposure() {
    return ChannelsInMemory.exposure(
        new Exposure(
            random.nextInt(3) == 0 ? Shown.BANDED : Shown.EXACT,
            null,
            null,
            random.nextInt(3) == 0 ? (Long) (long) random.nextInt(4) : null));
  }

  private RuleTerms rest() {
    return switch (random.nextInt(5)) {
      case 0 -> ChannelsInMemory.cap(1L + random.nextInt(6));
      case 1 -> ChannelsInMemory.window(Duration.ofMinutes(1L + random.nextInt(20)));
      case 2 -> ChannelsInMemory.backorder(new Backorder(units(), true, null, null, own()));
      default ->
          ChannelsInMemory.backorder(
              new Backorder(
                  (long) random.nextInt(12), null, null, random.nextBoolean() ? DAY : null, own()));
    };
  }

  private @Nullable Long units() {
    return random.nextBoolean() ? null : (Long) (long) random.nextInt(12);
  }

  private @Nullable Boolean own() {
    return random.nextInt(3) == 0 ? (Boolean) true : null;
  }
}
