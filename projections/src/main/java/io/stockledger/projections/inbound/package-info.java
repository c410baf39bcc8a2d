/**
 * Lines of expected supply, folded beside the card of their item. Start at {@link
 * io.stockledger.projections.inbound.InboundFold}.
 *
 * <p>May use: {@code table}, the events of the API.
 */
@NullMarked
package io.stockledger.projections.inbound;

import org.jspecify.annotations.NullMarked;
