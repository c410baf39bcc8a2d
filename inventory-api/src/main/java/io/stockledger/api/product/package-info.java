/**
 * The registry of what is stocked. Start at {@link io.stockledger.api.product.RegisterProduct}.
 *
 * <p>May use: {@code io.stockledger.api}, the JDK, the annotations of Jackson.
 */
@NullMarked
package io.stockledger.api.product;

import org.jspecify.annotations.NullMarked;
