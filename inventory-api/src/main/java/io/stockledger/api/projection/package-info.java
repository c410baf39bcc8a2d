/**
 * The state of the read side itself. Start at {@link
 * io.stockledger.api.projection.FindProjections}.
 *
 * <p>May use: {@code io.stockledger.api}, the JDK, the annotations of Jackson.
 */
@NullMarked
package io.stockledger.api.projection;

import org.jspecify.annotations.NullMarked;
