/** Tests of what reads find in memory. */
@NullMarked
package io.stockledger.query.channel;

import org.jspecify.annotations.NullMarked;
