package io.stockledger.api;

/**
 * A document of another system, such as {@code order 536365}.
 *
 * @param type what kind of document, 1 to 32 characters
 * @param id its id there, 1 to 128 characters
 */
public record Reference(String type, String id) {
  public static final int MAX_TYPE_LENGTH = 32;
  public static final int MAX_ID_LENGTH = 128;
}
