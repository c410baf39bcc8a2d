package io.stockledger.server.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A delivery is tried again at once. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RetryAnswer(String webhookId, String deliveryId, @Nullable Boolean dryRun) {}
