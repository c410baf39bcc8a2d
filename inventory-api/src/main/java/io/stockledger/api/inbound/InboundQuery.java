package io.stockledger.api.inbound;

import io.stockledger.api.Answer.View;
import io.stockledger.api.Page;
import io.stockledger.api.Query;
import io.stockledger.api.stock.ItemId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked about expected supply. A line is overdue when units are still expected and its
 * last day is over, in the time zone of its location.
 */
public sealed interface InboundQuery<V extends View> extends Query<V> {
  /** One inbound, open or closed, with all its lines. Unknown: {@code unknown-inbound}. */
  record FindInbound(String inboundId) implements InboundQuery<InboundView> {}

  /**
   * Inbounds by id, those that fit everything that is given; what is said of lines must be true of
   * one and the same line.
   *
   * @param sku a line is of it
   * @param cohort a line is of it
   * @param overdue a line is overdue
   * @param expectedBefore units of a line are still expected, before this day
   */
  record ListInbound(
      @Nullable String vendor,
      @Nullable String location,
      @Nullable String sku,
      @Nullable InboundState state,
      @Nullable String cohort,
      boolean overdue,
      @Nullable LocalDate expectedBefore,
      Page page)
      implements InboundQuery<InboundsView> {}

  /**
   * What is still expected, by day, item by item; overdue days come first and are marked.
   *
   * @param from the first day
   * @param to the last day
   */
  record ListExpected(
      @Nullable String location,
      @Nullable String sku,
      @Nullable String vendor,
      @Nullable String cohort,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      Page page)
      implements InboundQuery<ExpectedView> {}

  /**
   * What can be promised of an item, by day.
   *
   * @param until the last day; none means all that is known of
   */
  record FindAvailableToPromise(ItemId item, @Nullable LocalDate until)
      implements InboundQuery<AvailableToPromiseView> {}

  /**
   * How a vendor keeps its word, over lines that were expected in a period. Unknown: {@code
   * unknown-vendor}.
   */
  record FindVendor(String vendor, Period period) implements InboundQuery<VendorView> {}

  /** The same of all vendors that had lines in it, by id. */
  record ListVendors(Period period, Page page) implements InboundQuery<VendorsView> {}

  /**
   * Of the days by which lines were expected.
   *
   * @param from the first day; none means from the beginning
   * @param to the last day; none means to the end
   */
  record Period(@Nullable LocalDate from, @Nullable LocalDate to) {}
}
