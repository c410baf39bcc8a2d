package io.stockledger.server.play;

import static io.stockledger.server.client.LedgerClient.object;

import io.stockledger.server.play.Terms.Buffer;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A rule of each channel that nobody puts: as a preview of it is asked for, and beside it what the
 * rules with it among them come to for every item, written down by hand.
 */
final class Drafts {
  /** Two with rules of their own, one that is switched off, one that pauses, one that is silent. */
  private static final List<Integer> STORES = List.of(0, 1, 2, 18, 19);

  private static final long MARKETS_CAP = 2;
  private static final long MARKETS_BUFFER = 2;
  private static final long KITCHENS_CAP = 3;
  private static final long ONLY_LEFT = 4;
  private static final long HIDDEN = 2;

  private final DayPlan plan;
  private final Assortment assortment;
  private final Channels channels;

  Drafts(DayPlan plan, Assortment assortment, Channels channels) {
    this.plan = plan;
    this.assortment = assortment;
    this.channels = channels;
  }

  String path(Outlet outlet) {
    return outlet.path(plan) + "/previews";
  }

  /**
   * @param days of UTC, the last of them today
   */
  ObjectNode request(Outlet outlet, long days) {
    ObjectNode body = object().put("days", days);
    switch (outlet) {
      case WEB -> skus(body.put("rule", "fast").put("remove", true), Assortment.SCARCE_SKUS);
      case MARKET -> {
        ObjectNode all = body.put("rule", "all").putObject("draft").put("listingCap", MARKETS_CAP);
        all.putObject("buffer").put("units", MARKETS_BUFFER);
        skus(body, Names.NAMED_SKUS);
      }
      case APP -> {
        ObjectNode few = body.put("rule", "few").putObject("draft");
        few.putObject("scope").put("locationKind", "store");
        few.putObject("exposure")
            .put("shown", "exact")
            .put("onlyLeft", ONLY_LEFT)
            .put("hideAtOrBelow", HIDDEN);
        ArrayNode locations = body.putArray("locations");
        stores().forEach(locations::add);
      }
    }
    return body;
  }

  private void skus(ObjectNode body, int first) {
    ArrayNode skus = body.putArray("skus");
    IntStream.range(0, first).mapToObj(assortment::sku).forEach(skus::add);
  }

  private List<String> stores() {
    return STORES.stream().map(assortment.stores()::get).toList();
  }

  /** Whether the preview is limited so that the item is among those that it looks at. */
  boolean reaches(Outlet outlet, Item item) {
    return switch (outlet) {
      case WEB -> assortment.isScarce(item);
      case MARKET -> assortment.indexOf(item) < Names.NAMED_SKUS;
      case APP -> stores().contains(item.location());
    };
  }

  /** Whether the rule is about an item, of those that the preview looks at. */
  boolean isAbout(Outlet outlet, Item item) {
    return outlet != Outlet.WEB || assortment.isStore(item.location());
  }

  /** What the rules with the draft among them come to for an item that it is about. */
  Terms of(Outlet outlet, Item item) {
    Terms inForce = channels.of(outlet, item);
    return switch (outlet) {
      case WEB -> inForce.withBuffer(Buffer.fixed(isFlagship(item) ? 0 : 1));
      case MARKET -> {
        boolean kitchen = assortment.isIn(assortment.indexOf(item), Assortment.KITCHEN);
        yield inForce
            .withBuffer(Buffer.fixed(MARKETS_BUFFER))
            .withCap(kitchen ? KITCHENS_CAP : MARKETS_CAP);
      }
      case APP -> inForce.withFew(ONLY_LEFT, HIDDEN);
    };
  }

  private boolean isFlagship(Item item) {
    return item.location().equals(assortment.stores().getFirst());
  }
}
