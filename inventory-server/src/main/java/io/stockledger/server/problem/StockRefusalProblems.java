package io.stockledger.server.problem;

import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockRefusal;
import io.stockledger.api.stock.StockRefusal.AlreadyReversed;
import io.stockledger.api.stock.StockRefusal.CountContradicted;
import io.stockledger.api.stock.StockRefusal.CountedSince;
import io.stockledger.api.stock.StockRefusal.ExceedsOnHand;
import io.stockledger.api.stock.StockRefusal.ExceedsSetAside;
import io.stockledger.api.stock.StockRefusal.FigureMismatch;
import io.stockledger.api.stock.StockRefusal.FigureTooLarge;
import io.stockledger.api.stock.StockRefusal.InsufficientStock;
import io.stockledger.api.stock.StockRefusal.NotReversible;
import io.stockledger.api.stock.StockRefusal.Retired;
import io.stockledger.api.stock.StockRefusal.SumPool;
import io.stockledger.api.stock.StockRefusal.TooLate;
import io.stockledger.api.stock.StockRefusal.TooManySources;
import io.stockledger.api.stock.StockRefusal.UnknownEntry;
import io.stockledger.api.stock.StockRefusal.UnknownItem;
import io.stockledger.api.stock.StockRefusal.UnknownLocation;
import io.stockledger.api.stock.StockRefusal.UnknownSku;
import io.stockledger.api.stock.StockRefusal.VersionMismatch;

/** The refusals of a stock item, for {@link RefusalProblems}. */
final class StockRefusalProblems {
  private StockRefusalProblems() {}

  static Problem of(StockRefusal refusal) {
    return switch (refusal) {
      case UnknownLocation r ->
          no(r, "Location " + r.location() + " is not registered.").with("location", r.location());
      case UnknownSku r -> no(r, "SKU " + r.sku() + " is not registered.").with("sku", r.sku());
      case Retired r ->
          no(r, "The " + r.kind() + " of " + r.item() + " is retired.", r.item())
              .with("retired", r.kind());
      case SumPool r ->
          no(r, "Location " + r.location() + " is a sum over others and holds no stock.")
              .with("location", r.location())
              .with("locations", r.locations());
      case UnknownItem r -> no(r, "Nothing ever happened to " + r.item() + ".", r.item());
      case UnknownEntry r ->
          no(r, r.item() + " has no entry of version " + r.version() + ".", r.item())
              .with("version", r.version());
      case VersionMismatch r ->
          no(r, "Version " + r.expected() + " was expected, it is " + r.actual() + ".", r.item())
              .with("expected", r.expected())
              .with("actual", r.actual());
      case InsufficientStock r ->
          no(r, r.requested() + " asked for, " + r.available() + " available.", r.item())
              .with("requested", r.requested())
              .with("available", r.available());
      case ExceedsOnHand r -> exceedsOnHand(r);
      case ExceedsSetAside r ->
          no(r, r.requested() + " asked for, " + r.setAside() + " set aside.", r.item())
              .with("requested", r.requested())
              .with("setAside", r.setAside());
      case FigureMismatch r -> figureMismatch(r);
      case FigureTooLarge r ->
          no(r, "A figure of " + r.item() + " would go beyond " + r.limit() + ".", r.item())
              .with("limit", r.limit());
      case NotReversible r ->
          no(r, "Entries of type " + r.entryType() + " are not reversed.", r.item())
              .with("version", r.version())
              .with("entryType", r.entryType());
      case AlreadyReversed r ->
          no(r, "Entry " + r.version() + " was reversed before.", r.item())
              .with("version", r.version());
      case CountedSince r ->
          no(r, "The count or total of version " + r.version() + " has settled this.", r.item())
              .with("version", r.version());
      case TooLate r -> tooLate(r);
      case CountContradicted r -> contradicted(r);
      case TooManySources r ->
          no(r, "%d sources state totals of %s.".formatted(r.limit(), r.item()), r.item())
              .with("source", r.source())
              .with("limit", r.limit());
    };
  }

  private static Problem exceedsOnHand(ExceedsOnHand r) {
    return no(
            r,
            r.requested() + " " + r.condition() + " asked for, " + r.onHand() + " there.",
            r.item())
        .with("condition", r.condition().word())
        .with("requested", r.requested())
        .with("onHand", r.onHand());
  }

  private static Problem figureMismatch(FigureMismatch r) {
    return no(r, r.expected() + " expected, the book says " + r.actual() + ".", r.item())
        .with("condition", r.condition().word())
        .with("expected", r.expected())
        .with("actual", r.actual());
  }

  private static Problem tooLate(TooLate r) {
    return no(r, "The earliest that may be stated now is " + r.earliest() + ".", r.item())
        .with("occurredAt", r.occurredAt())
        .with("earliest", r.earliest())
        .with("window", r.window());
  }

  private static Problem contradicted(CountContradicted r) {
    return no(
            r,
            "%d stated where the book said %d: today's %d would go below zero."
                .formatted(r.counted(), r.book(), r.onHand()),
            r.item())
        .with("condition", r.condition().word())
        .with("counted", r.counted())
        .with("book", r.book())
        .with("onHand", r.onHand());
  }

  private static Problem no(StockRefusal refusal, String detail) {
    return RefusalProblems.no(refusal, detail);
  }

  private static Problem no(StockRefusal refusal, String detail, ItemId item) {
    return no(refusal, detail).with("location", item.location()).with("sku", item.sku());
  }
}
