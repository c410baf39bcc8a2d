/**
 * The registry of products over HTTP. Start at {@link
 * io.stockledger.server.product.ProductController}.
 *
 * <p>May use: {@code http}, {@code write}, {@code read}, {@code security} and the messages of
 * {@code io.stockledger.api}. No SQL.
 */
@NullMarked
package io.stockledger.server.product;

import org.jspecify.annotations.NullMarked;
