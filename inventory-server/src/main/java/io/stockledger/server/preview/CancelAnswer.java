package io.stockledger.server.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** What a preview's state is after it was asked to end. One that had ended stays as it is. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CancelAnswer(String id, String state, @Nullable Boolean dryRun) {}
