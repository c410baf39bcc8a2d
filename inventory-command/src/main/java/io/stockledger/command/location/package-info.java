/**
 * The registry of places that hold stock: {@link io.stockledger.command.location.Location} decides,
 * {@link io.stockledger.command.location.LocationAggregate} is its Axon shell.
 *
 * <p>May use: {@code registry}, {@code io.stockledger.api}, and in the shell Axon.
 */
@NullMarked
package io.stockledger.command.location;

import org.jspecify.annotations.NullMarked;
