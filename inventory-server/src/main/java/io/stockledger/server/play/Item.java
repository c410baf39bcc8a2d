package io.stockledger.server.play;

/** One SKU at one location. */
record Item(String location, String sku) {
  String path() {
    return "/v1/stock/" + location + "/" + sku;
  }

  @Override
  public String toString() {
    return location + "/" + sku;
  }
}
