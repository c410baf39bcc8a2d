package io.stockledger.api.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Answer.View;
import io.stockledger.api.channel.SwitchView.SwitchCard;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of the list of switches, by id. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SwitchesView(
    List<SwitchCard> items, @Nullable String next, long position, Instant asOf, String stamp)
    implements View {}
