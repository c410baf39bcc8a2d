package io.stockledger.server.importing;

import static io.stockledger.server.client.LedgerClient.object;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Order lines in the Online Retail format of the UCI repository. A sale becomes a reservation that
 * is picked at once, a line of a cancelled invoice a return, a line at price zero an adjustment.
 * The location and the opening stock are invented: the file knows neither.
 */
final class OnlineRetailFormat implements Format {
  private final String location;

  /** First part of reservation ids. */
  private final String mark;

  private final OpeningStock opening = new OpeningStock();
  private boolean heading = true;

  OnlineRetailFormat(String location, String mark) {
    this.location = location;
    this.mark = mark;
  }

  @Override
  public void readAhead(Consumer<LineConsumer> file) {
    file.accept((number, line) -> read(number, line).ifPresent(opening::add));
  }

  private Optional<RetailLine> read(long number, String line) {
    try {
      return parseLine(line)
          .filter(l -> number > 1 && !RetailWords.isService(l.code()) && fault(l).isEmpty());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<RetailLine> parseLine(String line) {
    return CsvLine.fields(line).map(RetailLine::of);
  }

  @Override
  public Parsed parse(long number, String line) {
    if (heading) {
      heading = false;
      if (!CsvLine.fields(line).filter(RetailLine.COLUMNS::equals).isPresent()) {
        throw new IllegalArgumentException("the first line must name " + RetailLine.COLUMNS);
      }
      return new Parsed.Nothing();
    }
    if (line.isBlank()) {
      return new Parsed.Nothing();
    }
    try {
      return parseLine(line)
          .map(parsed -> classify(number, parsed))
          .orElseGet(() -> new Parsed.Bad("not CSV"));
    } catch (IllegalArgumentException e) {
      return new Parsed.Bad(String.valueOf(e.getMessage()));
    }
  }

  private Parsed classify(long number, RetailLine line) {
    if (RetailWords.isService(line.code())) {
      return new Parsed.Apart("service code " + line.code());
    }
    Optional<String> fault = fault(line);
    if (fault.isPresent()) {
      return new Parsed.Bad(fault.get());
    }
    if (line.free()) {
      boolean product = RetailWords.isProductName(line.description());
      String kind = product ? "at price zero, under the product's name" : "at price zero";
      return stock(kind + ": adjust", line, List.of(adjust(line)));
    }
    if (line.cancels()) {
      return stock("cancelled: return", line, List.of(takeBack(line)));
    }
    return stock("sold: reserve and pick", line, sell(number, line));
  }

  private static Optional<String> fault(RetailLine line) {
    if (!Ids.valid(line.code())) {
      return Optional.of("StockCode: not 1 to 64 of letters, digits and . _ ~ -: " + line.code());
    }
    if (line.free() || line.cancels() == line.units() < 0) {
      return Optional.empty();
    }
    return Optional.of("Quantity: %d on invoice %s".formatted(line.units(), line.invoice()));
  }

  private Parsed.Stock stock(String kind, RetailLine line, List<Parsed.Order> orders) {
    String name = line.description().isEmpty() ? line.code() : line.description();
    return new Parsed.Stock(kind, location, line.code(), MovementFields.shortened(name), orders);
  }

  private List<Parsed.Order> sell(long number, RetailLine line) {
    String reservation = mark + "-" + number;
    ObjectNode reserve = body(line).put("quantity", line.units()).put("reservationId", reservation);
    return List.of(
        order(line, "reserve", reserve),
        new Parsed.Order("pick", "/v1/reservations/" + reservation + "/pick", body(line)));
  }

  private Parsed.Order takeBack(RetailLine line) {
    ObjectNode body = body(line).put("quantity", -line.units()).put("condition", "good");
    return order(line, "return", body);
  }

  /** The sign is the file's: what was found is positive, what is gone negative. */
  private Parsed.Order adjust(RetailLine line) {
    ObjectNode body =
        body(line)
            .put("quantity", line.units())
            .put("condition", "good")
            .put("reason", RetailWords.reasonOf(line.description()));
    if (!line.description().isEmpty()) {
      body.put("note", line.description());
    }
    return order(line, "adjust", body);
  }

  private static ObjectNode body(RetailLine line) {
    ObjectNode body = object().put("occurredAt", line.occurredAt().toString());
    body.putObject("reference").put("type", "invoice").put("id", line.invoice());
    return body;
  }

  private Parsed.Order order(RetailLine line, String verb, ObjectNode body) {
    return new Parsed.Order(verb, path(line.code(), verb), body);
  }

  private String path(String sku, String verb) {
    return "/v1/stock/" + location + "/" + sku + "/" + verb;
  }

  @Override
  public List<Parsed.Order> before(Parsed.Stock first) {
    ObjectNode count = object().put("method", "manual").put("kind", "stock-taking");
    count.put("occurredAt", opening.countedAt().toString());
    count.put("note", "invented opening stock");
    count.putObject("counted").put("good", opening.of(first.sku()));
    return List.of(new Parsed.Order("opening", path(first.sku(), "count"), count));
  }

  @Override
  public List<String> invented() {
    return List.of(
        "the location " + location + ": the file names none",
        "opening stock of %,d SKUs, %,d units, counted at %s: just enough that every line can go through"
            .formatted(opening.skus(), opening.units(), opening.countedAt()),
        "that a sale is a reservation and a pick of the same minute: the file knows one line",
        "the time zone " + RetailLine.ZONE + ": the file names none",
        "reasons of adjustments, from the words of the description; the sign is the file's, also"
            + " where a positive quantity under the product's own name may have been a gift");
  }
}
