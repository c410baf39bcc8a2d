/** The Java message contract: commands, events, queries, refusals and value objects. */
@NullMarked
package io.stockledger.api;

import org.jspecify.annotations.NullMarked;
