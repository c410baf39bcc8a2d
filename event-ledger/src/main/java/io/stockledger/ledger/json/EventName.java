package io.stockledger.ledger.json;

/**
 * The name under which a kind of event, or of snapshot, is stored for good.
 *
 * @param name stable, such as {@code stock.received}; never a Java class name
 * @param revision of the stored form, from 1
 */
public record EventName(String name, int revision) {

  public EventName {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a name is needed");
    }
    if (revision < 1) {
      throw new IllegalArgumentException("revisions count from 1, not " + revision);
    }
  }
}
