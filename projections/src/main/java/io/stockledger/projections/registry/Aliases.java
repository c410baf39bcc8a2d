package io.stockledger.projections.registry;

import io.stockledger.api.alias.Alias;
import io.stockledger.projections.table.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The aliases of a row, in order. */
final class Aliases {
  private Aliases() {}

  static List<Alias> with(List<Alias> aliases, Alias alias) {
    return Stream.concat(aliases.stream(), Stream.of(alias)).distinct().sorted().toList();
  }

  static List<Alias> without(List<Alias> aliases, Alias alias) {
    return aliases.stream().filter(other -> !other.equals(alias)).toList();
  }

  static List<Alias> read(ResultSet row) throws SQLException {
    return List.of(Objects.requireNonNull(Json.read(row, "aliases", Alias[].class)));
  }
}
