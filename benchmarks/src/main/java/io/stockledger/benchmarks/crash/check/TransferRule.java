package io.stockledger.benchmarks.crash.check;

import io.stockledger.benchmarks.crash.check.Finding.Kind;
import io.stockledger.benchmarks.crash.check.TransferFold.Route;
import io.stockledger.benchmarks.crash.history.Attempt;
import io.stockledger.benchmarks.crash.history.StoredReceipt;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * No transfer is there by halves: what leaves one item by a command is under way to the other by
 * the same command; after every command, of every line, dispatched = received + in transit +
 * missing + written off, and no more left than was set aside; who asked for all of it left nothing;
 * what answers tell of transfers is their fold; and in the end what is set aside and in transit of
 * an item is what its transfers say.
 */
final class TransferRule implements Rule {
  private static final JsonMapper JSON = JsonMapper.shared();

  @Override
  public void judge(Chronicle chronicle, Findings findings) {
    World world = new World(new Findings());
    for (Entry entry : chronicle.entries()) {
      if (!entry.isStock()) {
        continue;
      }
      world.add(entry);
      String key = entry.key();
      List<Entry> command =
          key == null ? List.of(entry) : Objects.requireNonNull(chronicle.effects().get(key));
      if (command.getLast().position() == entry.position()
          && command.stream().anyMatch(TransferFold::isOfTransfer)) {
        Object subject = key == null ? entry.position() : key;
        legs(subject, command, findings);
        excesses(subject, command, findings);
        balances(subject, command, world, findings);
        StoredReceipt receipt = key == null ? null : chronicle.receipts().get(key);
        if (receipt != null && receipt.isAccepted()) {
          answer(receipt, chronicle, world, findings);
        }
      }
    }
    ends(world, findings);
  }

  /** What left and what is under way, entry by entry. */
  private static void legs(Object subject, List<Entry> command, Findings findings) {
    List<String> left = legs(command, TransferFold.DISPATCHED);
    List<String> underWay = legs(command, TransferFold.UNDER_WAY);
    if (!left.equals(underWay)) {
      findings.add(
          Kind.HALF_TRANSFER, subject, "left: %s, under way: %s".formatted(left, underWay));
    }
  }

  private static List<String> legs(List<Entry> command, String type) {
    return command.stream()
        .filter(entry -> entry.type().equals(type))
        .map(
            entry ->
                "%d of line %s of %s as %s on %s"
                    .formatted(
                        entry.quantity(),
                        entry.text("line"),
                        entry.text("transferId"),
                        entry.text("part"),
                        Route.of(entry)))
        .sorted()
        .toList();
  }

  /** What came beyond what left is received and disputed by the same command. */
  private static void excesses(Object subject, List<Entry> command, Findings findings) {
    for (String stream : command.stream().map(Entry::stream).distinct().toList()) {
      List<Entry> there = command.stream().filter(e -> e.stream().equals(stream)).toList();
      long excess = sum(there, TransferFold.RECEIVED, "excess");
      long received = sum(there, "stock.received", "quantity");
      long disputed = -sum(there, World.DISPUTED, "missing");
      if (received != excess || disputed != excess) {
        findings.add(
            Kind.HALF_TRANSFER,
            subject,
            "%d came beyond what left, %d were received, %d are disputed"
                .formatted(excess, received, disputed));
      }
    }
  }

  private static long sum(List<Entry> entries, String type, String field) {
    return entries.stream()
        .filter(entry -> entry.type().equals(type))
        .mapToLong(entry -> entry.payload().path(field).asLong(0))
        .sum();
  }

  private static void balances(
      Object subject, List<Entry> command, World world, Findings findings) {
    command.stream()
        .filter(TransferFold::isOfTransfer)
        .map(entry -> entry.text("transferId"))
        .distinct()
        .forEach(
            id ->
                Objects.requireNonNull(world.transfer(id))
                    .contradictions()
                    .forEach(what -> findings.add(Kind.HALF_TRANSFER, subject, id + ": " + what)));
  }

  private static void answer(
      StoredReceipt receipt, Chronicle chronicle, World world, Findings findings) {
    JsonNode told = JSON.readTree(receipt.answer());
    TransferFold transfer = world.transfer(told.path("transferId").asString(""));
    if (transfer == null || !isTold(transfer, told)) {
      findings.add(
          Kind.CONTRADICTION,
          receipt.key(),
          "told %s, the entries give %s"
              .formatted(told, transfer == null ? "none" : transfer.lines()));
    } else if (chronicle.attempts().containsKey(receipt.key())) {
      Attempt asked = chronicle.first(receipt.key());
      if (!AskedOfTransfer.isDone(asked.path(), JSON.readTree(asked.body()), transfer)) {
        findings.add(
            Kind.HALF_TRANSFER,
            receipt.key(),
            "%s %s leaves %s".formatted(asked.path(), asked.body(), transfer.lines()));
      }
    }
  }

  private static boolean isTold(TransferFold transfer, JsonNode told) {
    Route between = new Route(told.path("from").asString(), told.path("to").asString(), "");
    return told.path("state").asString("").equals(transfer.state())
        && told.path("lines").size() == transfer.lines().size()
        && told.path("lines").valueStream().allMatch(line -> isLine(transfer, line, between))
        && told.path("parts").size() == transfer.parts().size()
        && told.path("parts").valueStream().allMatch(part -> isPart(transfer, part));
  }

  private static boolean isLine(TransferFold transfer, JsonNode told, Route between) {
    TransferLineFold line = transfer.line(told.path("line").asString(""));
    return line != null && line.isTold(told) && line.route().isBetween(between);
  }

  private static boolean isPart(TransferFold transfer, JsonNode told) {
    String part = told.path("part").asString("");
    JsonNode lines = told.path("lines");
    return transfer.linesOf(part).count() == lines.size()
        && lines.valueStream().allMatch(l -> isShare(transfer, part, l));
  }

  private static boolean isShare(TransferFold transfer, String part, JsonNode told) {
    TransferLineFold line = transfer.line(told.path("line").asString(""));
    return line != null && line.parts().containsKey(part) && line.part(part).isTold(told);
  }

  /** What is open at each item, by its transfers and by its figures. */
  private static void ends(World world, Findings findings) {
    Map<String, Figures> open = new LinkedHashMap<>();
    for (TransferFold transfer : world.transfers()) {
      for (TransferLineFold line : transfer.lines().values()) {
        Route route = line.route();
        open.merge(route.origin(), Figures.ofSetAside(line.setAside()), Figures::plus);
        open.merge(route.destination(), Figures.ofInTransit(line.inTransit()), Figures::plus);
      }
    }
    world
        .items()
        .forEach(
            (stream, item) -> {
              Figures of = open.getOrDefault(stream, Figures.ZERO);
              Figures there = item.figures();
              if (of.setAside() != there.setAside() || of.inTransit() != there.inTransit()) {
                findings.add(
                    Kind.CONTRADICTION,
                    stream,
                    "its transfers leave %s open, it has %s".formatted(of, there));
              }
            });
  }
}
