package io.stockledger.server.play;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What other systems call the places and goods of the day, with whatever characters, and the demo's
 * own directory of what was told to the ledger. The same id means one thing to the one system and
 * another thing to the other. Safe for use by many threads.
 */
final class Names {
  /** So many SKUs, the scarce ones first, have names in other systems; all have a GTIN. */
  static final int NAMED_SKUS = 60;

  static final String ERP = "erp";
  static final String SHOP = "shop";

  private static final long GTIN_RUNS = 1_000_000_000L;

  private final String run;
  private final Map<String, String> places = new ConcurrentHashMap<>();
  private final Map<String, String> products = new ConcurrentHashMap<>();

  Names(DayPlan plan) {
    this.run = plan.run();
  }

  /** The id of a place in the one system that has some. */
  String ofPlace(String location) {
    return "№ " + location + "/ü +%&#?=:\"ß\"";
  }

  /** The id of an SKU: the other system is one ahead of the first, and begins anew at the end. */
  String ofProduct(String source, int sku) {
    int number = source.equals(ERP) ? sku : (sku + 1) % NAMED_SKUS;
    return "Art. %s/%04d (¼ m²) 100%%&+#?=é".formatted(run, number);
  }

  /** Of 14 digits, its own in every run and for every SKU. */
  String gtin(int sku) {
    long begun = Long.parseLong(run.substring(1), Character.MAX_RADIX);
    String digits = "%09d%04d".formatted(begun % GTIN_RUNS, sku);
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
    }
    return digits + (10 - sum % 10) % 10;
  }

  /** The ledger has taken it. */
  void placeIsCalled(String location, String name) {
    places.put(name, location);
  }

  /** The ledger has taken it. */
  void productIsCalled(String sku, String name) {
    products.put(name, sku);
  }

  /** Which item two names stand for; nothing where one of them is unknown. */
  @Nullable Item item(String place, String product) {
    String location = places.getOrDefault(place, isOwn(place) ? place : "");
    String sku = products.getOrDefault(product, isOwn(product) ? product : "");
    return location.isEmpty() || sku.isEmpty() ? null : new Item(location, sku);
  }

  private boolean isOwn(String name) {
    return name.startsWith(run + "-");
  }

  static String inAddress(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
