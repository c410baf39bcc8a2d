package io.stockledger.outgoing.change;

import io.stockledger.api.stock.ItemId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Items that are looked at anew in the background.
 *
 * @param position of the last entry that asked for it
 * @param after the last item that was looked at; none before the first
 * @param done items that were looked at
 * @param total items there were when it was begun; absent before
 * @param startedAt absent while it waits
 * @param finishedAt absent until it is through
 */
public record Recomputation(
    long id,
    Cause cause,
    Reach reach,
    long position,
    @Nullable ItemId after,
    long done,
    @Nullable Long total,
    Instant askedAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt) {}
