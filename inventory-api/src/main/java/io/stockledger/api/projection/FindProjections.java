package io.stockledger.api.projection;

import io.stockledger.api.Query;

/** How far each projection is, and what it could not fold. */
public record FindProjections() implements Query<ProjectionsView> {}
