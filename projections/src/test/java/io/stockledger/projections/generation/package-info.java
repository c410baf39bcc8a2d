/** Tests of the pointer. */
@NullMarked
package io.stockledger.projections.generation;

import org.jspecify.annotations.NullMarked;
