package io.stockledger.command.stock;

/** Which places and products there are. Asking never brings one into being. */
public interface Registry {
  boolean knowsLocation(String location);

  boolean knowsProduct(String sku);

  /** For ledgers that take every id: whatever is asked for is known. */
  static Registry lenient() {
    return new Registry() {
      @Override
      public boolean knowsLocation(String location) {
        return true;
      }

      @Override
      public boolean knowsProduct(String sku) {
        return true;
      }
    };
  }
}
