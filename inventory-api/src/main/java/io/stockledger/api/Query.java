package io.stockledger.api;

/**
 * A question to the read side. It changes nothing, and is answered by one view or by an {@link
 * Answer} that says why there is none.
 *
 * @param <V> the view that answers it
 */
public interface Query<V extends Answer.View> {
  /**
   * @throws IllegalStateException when {@code answer} is no view
   */
  @SuppressWarnings("unchecked")
  default V viewIn(Answer answer) {
    if (answer instanceof Answer.View view) {
      return (V) view;
    }
    throw new IllegalStateException("no view: " + answer);
  }
}
