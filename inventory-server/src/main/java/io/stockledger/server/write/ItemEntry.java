package io.stockledger.server.write;

import io.stockledger.api.stock.ItemId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command did to one item.
 *
 * @param position absent on a dry run
 * @param figures as its reader may see them
 */
record ItemEntry(
    ItemId item,
    long version,
    @Nullable Long position,
    Instant recordedAt,
    List<String> events,
    Object figures) {}
