package io.stockledger.projections.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Reference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line of a transfer at one end. At the origin always {@code requested = open + dispatched +
 * cancelled}, at the destination {@code dispatched = open + received + missing}.
 *
 * @param open set aside at the origin, in transit at the destination
 * @param writtenOff of what is missing, what was given up when the transfer was closed
 * @param expectedAt the earliest moment at which something that is open should arrive
 * @param reference the document behind the request; at the origin
 * @param shares what left with which part, in the order in which it left; at the destination
 * @param begunAt when its first entry was recorded
 * @param closedAt when nothing was open any more, absent while something is
 * @param madePosition of its first entry: the order of the lines
 * @param version of the item's last entry that touched it
 */
public record TransferRow(
    EndId id,
    String origin,
    String destination,
    long open,
    long requested,
    long dispatched,
    long received,
    long missing,
    long excess,
    long cancelled,
    long writtenOff,
    @Nullable Instant expectedAt,
    @Nullable Reference reference,
    List<Share> shares,
    Instant begunAt,
    @Nullable Instant closedAt,
    long madePosition,
    long version,
    long position) {

  public TransferRow {
    long kept = requested - dispatched - cancelled;
    long underWay = dispatched - received - missing;
    if (open < 0 || open != (id.item().location().equals(origin) ? kept : underWay)) {
      throw new IllegalStateException(
          "%s: open %d, requested %d, dispatched %d, received %d, missing %d, cancelled %d"
              .formatted(id, open, requested, dispatched, received, missing, cancelled));
    }
  }

  /** What of the line left with a part. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Share(
      String part, long dispatched, long received, long missing, @Nullable Instant expectedAt) {
    long inTransit() {
      return dispatched - received - missing;
    }
  }

  /** More was asked for, or left without being asked for, at the origin. */
  TransferRow request(long units, @Nullable Instant expectedAt) {
    return with(
        open + units,
        requested + units,
        dispatched,
        received,
        missing,
        excess,
        cancelled,
        writtenOff,
        expectedAt,
        shares);
  }

  TransferRow dispatch(long units) {
    long left = open - units;
    return with(
        left,
        requested,
        dispatched + units,
        received,
        missing,
        excess,
        cancelled,
        writtenOff,
        left == 0 ? null : expectedAt,
        shares);
  }

  TransferRow cancel(long units) {
    long left = open - units;
    return with(
        left,
        requested,
        dispatched,
        received,
        missing,
        excess,
        cancelled + units,
        writtenOff,
        left == 0 ? null : expectedAt,
        shares);
  }

  /** At the destination. */
  TransferRow underWay(Share share) {
    List<Share> next = new ArrayList<>(shares);
    next.add(share);
    return with(
        open + share.dispatched(),
        requested,
        dispatched + share.dispatched(),
        received,
        missing,
        excess,
        cancelled,
        writtenOff,
        earliest(next),
        List.copyOf(next));
  }

  /** At the destination: of a part so much came, and so much is given up. */
  TransferRow arrive(String part, long came, long lost, long beyond, long off) {
    List<Share> next =
        shares.stream()
            .map(
                s ->
                    s.part().equals(part)
                        ? new Share(
                            part,
                            s.dispatched(),
                            s.received() + came,
                            s.missing() + lost,
                            s.expectedAt())
                        : s)
            .toList();
    return with(
        open - came - lost,
        requested,
        dispatched,
        received + came,
        missing + lost,
        excess + beyond,
        cancelled,
        writtenOff + off,
        earliest(next),
        next);
  }

  private static @Nullable Instant earliest(List<Share> shares) {
    return shares.stream()
        .filter(share -> share.inTransit() > 0)
        .map(Share::expectedAt)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** The stamp of the entry that touched it, which also closes it when nothing is open. */
  TransferRow touched(Instant recordedAt, long version, long position) {
    Instant closed = open > 0 ? null : closedAt == null ? recordedAt : closedAt;
    return new TransferRow(
        id,
        origin,
        destination,
        open,
        requested,
        dispatched,
        received,
        missing,
        excess,
        cancelled,
        writtenOff,
        expectedAt,
        reference,
        shares,
        begunAt,
        closed,
        madePosition,
        version,
        position);
  }

  private TransferRow with(
      long open,
      long requested,
      long dispatched,
      long received,
      long missing,
      long excess,
      long cancelled,
      long writtenOff,
      @Nullable Instant expectedAt,
      List<Share> shares) {
    return new TransferRow(
        id,
        origin,
        destination,
        open,
        requested,
        dispatched,
        received,
        missing,
        excess,
        cancelled,
        writtenOff,
        expectedAt,
        reference,
        shares,
        begunAt,
        closedAt,
        madePosition,
        version,
        position);
  }
}
