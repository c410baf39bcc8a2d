package io.stockledger.api.transfer;

/**
 * A line of a transfer, in base units. Always {@code requested = setAside + dispatched + cancelled}
 * and {@code dispatched = inTransit + received + missing}.
 *
 * @param setAside kept at the origin until it leaves
 * @param received what arrived of it, in whatever condition
 * @param missing what was given up: it never arrived
 * @param excess what arrived beyond what left; a receipt of its own, not part of {@code received}
 */
public record TransferLine(
    String line,
    String sku,
    long requested,
    long setAside,
    long dispatched,
    long inTransit,
    long received,
    long missing,
    long excess,
    long cancelled) {}
