package io.stockledger.api.projection;

import io.stockledger.api.Query;

/**
 * What became of one making of the read model.
 *
 * @param generation its number
 */
public record FindRebuild(int generation) implements Query<RebuildView> {}
