/**
 * The OpenAPI description of the face, generated from the controllers. Start at {@link
 * io.stockledger.server.description.DescriptionConfiguration}.
 *
 * <p>May use: {@code http}, {@code problem}, {@code security}, {@code write}, springdoc.
 */
@NullMarked
package io.stockledger.server.description;

import org.jspecify.annotations.NullMarked;
