package io.stockledger.benchmarks.crash.load;

/** One SKU at one location. */
public record Item(String location, String sku) {
  public String path() {
    return "/v1/stock/" + location + "/" + sku;
  }

  public Request receive(long quantity) {
    return new Request(path() + "/receive", "{\"quantity\":" + quantity + "}");
  }

  public String stream() {
    return "stock:" + location + "/" + sku;
  }
}
