package io.stockledger.api.stock;

import io.stockledger.api.Refusal;
import java.time.Instant;
import java.util.List;

/** Every reason for which a stock item says no. Quantities are base units. */
public sealed interface StockRefusal extends Refusal {
  record UnknownLocation(String location) implements StockRefusal {
    @Override
    public String type() {
      return "unknown-location";
    }
  }

  record UnknownSku(String sku) implements StockRefusal {
    @Override
    public String type() {
      return "unknown-sku";
    }
  }

  /**
   * Units or promises would come to where none shall be any more.
   *
   * @param kind what is retired, {@code location} or {@code product}
   */
  record Retired(ItemId item, String kind) implements StockRefusal {
    @Override
    public String type() {
      return "retired";
    }
  }

  /**
   * The location holds no stock: it shows that of others.
   *
   * @param locations those that it sums up
   */
  record SumPool(String location, List<String> locations) implements StockRefusal {
    @Override
    public String type() {
      return "sum-pool";
    }
  }

  /** Location and SKU are known, but nothing ever happened to the one at the other. */
  record UnknownItem(ItemId item) implements StockRefusal {
    @Override
    public String type() {
      return "unknown-item";
    }
  }

  /** There is no entry of that version. */
  record UnknownEntry(ItemId item, long version) implements StockRefusal {
    @Override
    public String type() {
      return "unknown-entry";
    }
  }

  record VersionMismatch(ItemId item, long expected, long actual) implements StockRefusal {
    @Override
    public String type() {
      return "version-mismatch";
    }
  }

  record InsufficientStock(ItemId item, long requested, long available) implements StockRefusal {
    @Override
    public String type() {
      return "insufficient-stock";
    }
  }

  record ExceedsOnHand(ItemId item, Condition condition, long requested, long onHand)
      implements StockRefusal {
    @Override
    public String type() {
      return "exceeds-on-hand";
    }
  }

  record ExceedsSetAside(ItemId item, long requested, long setAside) implements StockRefusal {
    @Override
    public String type() {
      return "exceeds-set-aside";
    }
  }

  record FigureMismatch(ItemId item, Condition condition, long expected, long actual)
      implements StockRefusal {
    @Override
    public String type() {
      return "figure-mismatch";
    }
  }

  /** A figure of the item would go beyond {@link Figures#MAX}. */
  record FigureTooLarge(ItemId item, long limit) implements StockRefusal {
    @Override
    public String type() {
      return "figure-too-large";
    }
  }

  /** Entries of that type are never reversed. */
  record NotReversible(ItemId item, long version, String entryType) implements StockRefusal {
    @Override
    public String type() {
      return "not-reversible";
    }
  }

  record AlreadyReversed(ItemId item, long version) implements StockRefusal {
    @Override
    public String type() {
      return "already-reversed";
    }
  }

  /**
   * @param version the count behind which the entry lies
   */
  record CountedSince(ItemId item, long version) implements StockRefusal {
    @Override
    public String type() {
      return "counted-since";
    }
  }

  /**
   * @param earliest the earliest moment that may be stated now
   * @param window the late window, ISO 8601
   */
  record TooLate(ItemId item, Instant occurredAt, Instant earliest, String window)
      implements StockRefusal {
    @Override
    public String type() {
      return "too-late";
    }
  }

  /**
   * A back-dated count or total would bring today's figure below zero.
   *
   * @param counted what was counted or stated
   * @param book the figure at that moment, by occurrence
   * @param onHand the figure today
   */
  record CountContradicted(ItemId item, Condition condition, long counted, long book, long onHand)
      implements StockRefusal {
    @Override
    public String type() {
      return "exceeds-on-hand";
    }
  }

  /**
   * A total of one more source than an item remembers.
   *
   * @param source that was not heard of this item before
   * @param limit how many sources may state totals of one item
   */
  record TooManySources(ItemId item, String source, int limit) implements StockRefusal {
    @Override
    public String type() {
      return "too-many-sources";
    }
  }
}
