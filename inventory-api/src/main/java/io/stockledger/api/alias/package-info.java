/**
 * Ids of other systems for locations and products. Start at {@link io.stockledger.api.alias.Alias}.
 *
 * <p>May use: {@code io.stockledger.api}, the JDK, the annotations of Jackson.
 */
@NullMarked
package io.stockledger.api.alias;

import org.jspecify.annotations.NullMarked;
