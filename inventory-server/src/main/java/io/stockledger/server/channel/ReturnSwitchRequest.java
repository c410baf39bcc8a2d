package io.stockledger.server.channel;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * On with it again.
 *
 * @param why in the words of whoever returns it
 */
record ReturnSwitchRequest(@Nullable @Size(min = 1, max = 500) String why) {}
