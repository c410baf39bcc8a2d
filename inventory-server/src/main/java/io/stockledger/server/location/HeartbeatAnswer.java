package io.stockledger.server.location;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A source was heard.
 *
 * @param heardAt by the clock of the node that heard it
 * @param dryRun true where nothing was kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HeartbeatAnswer(
    String location, String source, Instant heardAt, @Nullable Boolean dryRun) {}
