package io.stockledger.server.wiring;

import io.stockledger.projections.rebuild.RebuildRequests;
import io.stockledger.server.projection.Rebuilds;
import java.util.Optional;

/** The face's words for what the projections take on. */
final class ReadModelRebuilds implements Rebuilds {
  private final RebuildRequests requests;

  ReadModelRebuilds(RebuildRequests requests) {
    this.requests = requests;
  }

  @Override
  public Outcome ask(boolean compare, String client, String key, String hash) {
    return switch (requests.ask(compare, client, key, hash)) {
      case RebuildRequests.Taken taken ->
          new Taken(taken.generation(), taken.compares(), taken.askedAt(), taken.repeated());
      case RebuildRequests.UnderWay other -> new UnderWay(other.generation(), other.state());
      case RebuildRequests.KeyReused reused -> new KeyReused();
    };
  }

  @Override
  public Optional<UnderWay> underWay() {
    return requests.underWay().map(o -> new UnderWay(o.generation(), o.state()));
  }
}
