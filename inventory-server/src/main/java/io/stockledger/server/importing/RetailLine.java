package io.stockledger.server.importing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

/**
 * A line of the Online Retail format, read and checked.
 *
 * @param invoice with its letter, if any
 * @param code the stock code in capitals: codes that differ only in case are one SKU
 * @param units signed, as in the file
 * @param free at price zero
 */
record RetailLine(
    String invoice, String code, String description, long units, Instant occurredAt, boolean free) {
  /** The file says no zone; its seller is in London. */
  static final ZoneId ZONE = ZoneId.of("Europe/London");

  static final List<String> COLUMNS =
      List.of(
          "InvoiceNo",
          "StockCode",
          "Description",
          "Quantity",
          "InvoiceDate",
          "UnitPrice",
          "CustomerID",
          "Country");

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final long MOST_UNITS = 1_000_000_000_000L;

  /**
   * @throws IllegalArgumentException with what is wrong
   */
  static RetailLine of(List<String> fields) {
    if (fields.size() != COLUMNS.size()) {
      throw new IllegalArgumentException(
          "has %d fields instead of %d".formatted(fields.size(), COLUMNS.size()));
    }
    String invoice = fields.get(0).strip();
    String code = fields.get(1).strip().toUpperCase(Locale.ROOT);
    if (invoice.isEmpty() || code.isEmpty()) {
      throw new IllegalArgumentException("no invoice number or no stock code");
    }
    BigDecimal price = price(fields.get(5).strip());
    return new RetailLine(
        invoice,
        code,
        fields.get(2).strip(),
        units(fields.get(3).strip()),
        moment(fields.get(4).strip()),
        price.signum() == 0);
  }

  boolean cancels() {
    return invoice.startsWith("C");
  }

  private static long units(String text) {
    long units;
    try {
      units = Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("Quantity: not a whole number: " + text, e);
    }
    if (units == 0 || units > MOST_UNITS || units < -MOST_UNITS) {
      throw new IllegalArgumentException("Quantity: not possible: " + text);
    }
    return units;
  }

  private static Instant moment(String text) {
    try {
      return LocalDateTime.parse(text, DATE).atZone(ZONE).toInstant();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("InvoiceDate: not a date and time: " + text, e);
    }
  }

  private static BigDecimal price(String text) {
    BigDecimal price;
    try {
      price = new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("UnitPrice: not a number: " + text, e);
    }
    if (price.signum() < 0) {
      throw new IllegalArgumentException("UnitPrice: negative: " + text);
    }
    return price;
  }
}
