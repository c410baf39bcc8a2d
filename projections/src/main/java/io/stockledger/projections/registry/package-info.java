/**
 * The registry of locations, products, channels and switches, one projection for all. Start at
 * {@link io.stockledger.projections.registry.RegistryProjection}.
 *
 * <p>May use: {@code channel}, {@code running}, {@code table}, the API.
 */
@NullMarked
package io.stockledger.projections.registry;

import org.jspecify.annotations.NullMarked;
