package io.stockledger.api.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Answer.View;
import java.time.Instant;

/**
 * One making of the read model.
 *
 * @param position of the ledger's newest entry
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RebuildView(RebuildState rebuild, long position, Instant asOf, String stamp)
    implements View {}
