package io.stockledger.ledger;

import java.util.List;

/**
 * What a command is about to load.
 *
 * @param stream of the aggregate that it asks for first
 * @param otherwise streams of those that it asks for if that one does not exist
 */
public record Loading(String stream, List<String> otherwise) {

  public Loading {
    otherwise = List.copyOf(otherwise);
  }

  /** One that asks for nothing else. */
  public static Loading of(String stream) {
    return new Loading(stream, List.of());
  }
}
