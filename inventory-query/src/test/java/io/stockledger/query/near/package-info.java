/** Tests of what reads find in memory. */
@NullMarked
package io.stockledger.query.near;

import org.jspecify.annotations.NullMarked;
