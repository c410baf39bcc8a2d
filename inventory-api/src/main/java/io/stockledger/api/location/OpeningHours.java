package io.stockledger.api.location;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of one weekday in which a location is open. A day may have several.
 *
 * @param opens {@code HH:mm}, in the location's time zone
 * @param closes {@code HH:mm}, after {@code opens}
 * @param cutOff until when what is ordered leaves the same day, {@code HH:mm}; absent where that is
 *     not said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OpeningHours(DayOfWeek day, String opens, String closes, @Nullable String cutOff) {}
