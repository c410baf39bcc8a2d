/**
 * The registry of what is stocked: {@link io.stockledger.command.product.Product} decides, {@link
 * io.stockledger.command.product.ProductAggregate} is its Axon shell.
 *
 * <p>May use: {@code registry}, {@code io.stockledger.api}, and in the shell Axon.
 */
@NullMarked
package io.stockledger.command.product;

import org.jspecify.annotations.NullMarked;
