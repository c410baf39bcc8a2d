package io.stockledger.server.play;

import java.util.Optional;

/** The conditions of units that are physically there, under the words of the HTTP face. */
enum Shelf {
  GOOD("good", "good"),
  DAMAGED("damaged", "damaged"),
  QUARANTINE("quarantine", "quarantine"),
  NON_SELLABLE("non-sellable", "nonSellable");

  private final String word;
  private final String figure;

  Shelf(String word, String figure) {
    this.word = word;
    this.figure = figure;
  }

  /** How a request names it. */
  String word() {
    return word;
  }

  /** How the figures of an answer name it. */
  String figure() {
    return figure;
  }

  static Optional<Shelf> ofWord(String word) {
    for (Shelf shelf : values()) {
      if (shelf.word.equals(word)) {
        return Optional.of(shelf);
      }
    }
    return Optional.empty();
  }
}
