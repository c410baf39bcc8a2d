package io.stockledger.projections.running;

/** An entry came although the one before it was not folded: the row would be wrong. */
public final class VersionGap extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private VersionGap(String stream, long folded, long next) {
    super("%s was folded up to version %d and goes on with %d".formatted(stream, folded, next));
  }

  /** Whether an event is the next one of its row, where {@code folded} is the row's version. */
  public static boolean isNext(RecordedEvent event, long folded) {
    if (event.version() > folded + 1) {
      throw new VersionGap(event.stream(), folded, event.version());
    }
    return event.version() == folded + 1;
  }
}
