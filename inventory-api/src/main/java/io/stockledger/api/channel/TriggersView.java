package io.stockledger.api.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Answer.View;
import io.stockledger.api.channel.TriggerView.TriggerCard;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of the list of triggers, by id. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TriggersView(
    List<TriggerCard> items, @Nullable String next, long position, Instant asOf, String stamp)
    implements View {}
