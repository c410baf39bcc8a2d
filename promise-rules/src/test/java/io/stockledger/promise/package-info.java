/** What a channel may promise, row by row. */
@NullMarked
package io.stockledger.promise;

import org.jspecify.annotations.NullMarked;
