/**
 * The registry of locations and products, one projection for both. Start at {@link
 * io.stockledger.projections.registry.RegistryProjection}.
 *
 * <p>May use: {@code running}, {@code table}, the API.
 */
@NullMarked
package io.stockledger.projections.registry;

import org.jspecify.annotations.NullMarked;
