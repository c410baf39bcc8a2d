/** Expected supply, decided without Axon. */
@NullMarked
package io.stockledger.command.inbound;

import org.jspecify.annotations.NullMarked;
