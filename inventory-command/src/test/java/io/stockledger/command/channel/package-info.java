/** Channels that are what a test says they are. */
@NullMarked
package io.stockledger.command.channel;

import org.jspecify.annotations.NullMarked;
