/** Rules of products. */
@NullMarked
package io.stockledger.command.product;

import org.jspecify.annotations.NullMarked;
