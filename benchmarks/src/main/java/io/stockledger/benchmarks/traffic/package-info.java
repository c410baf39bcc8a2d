/**
 * Requests of an inventory, written beforehand but for their numbers, and what became of them. The
 * same for every side.
 */
@NullMarked
package io.stockledger.benchmarks.traffic;

import org.jspecify.annotations.NullMarked;
