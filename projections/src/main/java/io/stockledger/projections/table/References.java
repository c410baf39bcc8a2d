package io.stockledger.projections.table;

import io.stockledger.api.Reference;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The document behind a row, in {@code reference_type} and {@code reference_id}. */
public final class References {
  private References() {}

  public static @Nullable String typeOf(@Nullable Reference reference) {
    return reference == null ? null : reference.type();
  }

  public static @Nullable String idOf(@Nullable Reference reference) {
    return reference == null ? null : reference.id();
  }

  public static @Nullable Reference read(ResultSet row) throws SQLException {
    String id = row.getString("reference_id");
    return id == null ? null : new Reference(row.getString("reference_type"), id);
  }
}
