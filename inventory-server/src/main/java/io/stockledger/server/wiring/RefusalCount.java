package io.stockledger.server.wiring;

import io.stockledger.api.Outcome;
import io.stockledger.api.Refusal;
import io.stockledger.api.reservation.ReservationCommand.ReserveStock;
import io.stockledger.api.reservation.ReservationRefusal.LinesRefused;
import io.stockledger.api.reservation.ReservationRefusal.NotSellable;
import io.stockledger.api.stock.StockRefusal.InsufficientStock;
import io.stockledger.ledger.CommandMetadata;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * How many reserves this node refused for want of stock within the last minute, in all and by
 * channel. Dry runs do not count; a decision that had to be made again, because another node wrote
 * in between, counts again.
 */
final class RefusalCount implements MessageHandlerInterceptor<CommandMessage<?>> {
  private static final int SECONDS = 60;

  /** So many channels are counted apart. */
  private static final int MOST_CHANNELS = 1_000;

  private final InstantSource clock;
  private final Ring all = new Ring();
  private final Map<String, Ring> byChannel = new ConcurrentHashMap<>();

  RefusalCount(InstantSource clock) {
    this.clock = clock;
  }

  /** A count for each of the last seconds. */
  private static final class Ring {
    private final long[] seconds = new long[SECONDS];
    private final long[] counts = new long[SECONDS];

    synchronized void add(long second) {
      int place = (int) (second % SECONDS);
      if (seconds[place] != second) {
        seconds[place] = second;
        counts[place] = 0;
      }
      counts[place]++;
    }

    synchronized long upTo(long second) {
      long sum = 0;
      for (int place = 0; place < SECONDS; place++) {
        sum += seconds[place] > second - SECONDS ? counts[place] : 0;
      }
      return sum;
    }
  }

  @Override
  public @Nullable Object handle(
      UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
    Object result = chain.proceed();
    if (result instanceof Outcome.Refused refused
        && unitOfWork.getMessage().getPayload() instanceof ReserveStock command
        && isForWantOfStock(refused.refusal())
        && !unitOfWork.getMessage().getMetaData().containsKey(CommandMetadata.DRY_RUN)) {
      add(command.channel());
    }
    return result;
  }

  private void add(@Nullable String channel) {
    long second = second();
    all.add(second);
    Ring known = channel == null ? null : byChannel.get(channel);
    if (channel != null && known == null && byChannel.size() < MOST_CHANNELS) {
      known = byChannel.computeIfAbsent(channel, id -> new Ring());
    }
    if (known != null) {
      known.add(second);
    }
  }

  /**
   * @param channel none for all
   */
  long lastMinute(@Nullable String channel) {
    Ring ring = channel == null ? all : byChannel.get(channel);
    return ring == null ? 0 : ring.upTo(second());
  }

  private long second() {
    return Instant.ofEpochMilli(clock.millis()).getEpochSecond();
  }

  private static boolean isForWantOfStock(Refusal refusal) {
    return refusal instanceof InsufficientStock
        || refusal instanceof NotSellable
        || (refusal instanceof LinesRefused several
            && several.lines().stream().anyMatch(line -> isForWantOfStock(line.refusal())));
  }
}
