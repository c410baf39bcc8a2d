/**
 * The registry of places that hold stock. Start at {@link
 * io.stockledger.api.location.RegisterLocation}.
 *
 * <p>May use: {@code io.stockledger.api}, the JDK, the annotations of Jackson.
 */
@NullMarked
package io.stockledger.api.location;

import org.jspecify.annotations.NullMarked;
