package io.stockledger.promise.replay;

import io.stockledger.api.product.ProductTraits;

/**
 * A product as the registry knew it at a moment.
 *
 * @param retired it was out of use
 * @param registered the registry knew it at all
 */
public record PastProduct(ProductTraits traits, boolean retired, boolean registered) {}
