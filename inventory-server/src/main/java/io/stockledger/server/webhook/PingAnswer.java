package io.stockledger.server.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What came of a ping.
 *
 * @param messageId the {@code webhook-id} under which it was sent
 * @param taken whether the receiver answered with success; absent on a dry run
 * @param status that it answered with, absent where nobody did
 * @param failure what was wrong, absent where it was taken
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PingAnswer(
    String webhookId,
    String messageId,
    @Nullable Boolean taken,
    @Nullable Integer status,
    @Nullable String failure,
    @Nullable Boolean dryRun) {}
