package io.stockledger.ledger;

/** Metadata of a command that the command bus looks at. All values are strings. */
public final class CommandMetadata {

  /** Who asks. A command with a client is answered with an {@link Answer}. */
  public static final String CLIENT = "client";

  /** The client's idempotency key: with it the answer is remembered and replayed. */
  public static final String KEY = "key";

  /** Hash of the request in hexadecimal digits; needed with a key, and compared when it returns. */
  public static final String REQUEST_HASH = "requestHash";

  /** {@code "true"} to decide and answer, and write nothing. */
  public static final String DRY_RUN = "dryRun";

  private CommandMetadata() {}
}
