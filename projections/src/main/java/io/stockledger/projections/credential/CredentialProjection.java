package io.stockledger.projections.credential;

import io.stockledger.api.credential.CredentialEvent;
import io.stockledger.api.credential.Right;
import io.stockledger.api.credential.Role;
import io.stockledger.projections.running.Projection;
import io.stockledger.projections.running.RecordedEvent;
import io.stockledger.projections.table.Json;
import io.stockledger.projections.table.Table;
import io.stockledger.projections.table.Table.Column;
import io.stockledger.projections.table.Table.Conflict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.JdbcOperations;

/** {@code credential}: API keys, which the server checks requests against. */
public final class CredentialProjection implements Projection {
  public static final String NAME = "credentials";

  private static final Table<CredentialRow> TABLE =
      new Table<>(
          "credential",
          1,
          Conflict.newerWins("credential_id"),
          List.of(
              new Column<>("credential_id", "text", CredentialRow::credentialId),
              new Column<>("client", "text", CredentialRow::client),
              new Column<>("secret_hash", "text", CredentialRow::secretHash),
              new Column<>("roles", "jsonb", row -> Json.write(row.roles())),
              new Column<>("rights", "jsonb", row -> Json.write(row.rights())),
              new Column<>("channel", "text", CredentialRow::channel),
              new Column<>("issued_at", "timestamptz", CredentialRow::issuedAt),
              new Column<>("valid_until", "timestamptz", CredentialRow::validUntil),
              new Column<>("revoked_at", "timestamptz", CredentialRow::revokedAt),
              new Column<>("version", "bigint", CredentialRow::version),
              new Column<>("position", "bigint", CredentialRow::position)),
          (row, number) -> read(row));

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> tables() {
    return List.of("credential");
  }

  @Override
  public boolean concerns(Object event) {
    return event instanceof CredentialEvent;
  }

  @Override
  public void fold(JdbcOperations jdbc, List<RecordedEvent> events) {
    Set<List<String>> named = new LinkedHashSet<>();
    for (RecordedEvent recorded : events) {
      if (recorded.payload() instanceof CredentialEvent event) {
        CredentialRow.named(event).forEach(id -> named.add(List.of(id)));
      }
    }
    Map<String, CredentialRow> rows = new HashMap<>();
    TABLE.read(jdbc, named).forEach(row -> rows.put(row.credentialId(), row));
    Map<String, CredentialRow> touched = new LinkedHashMap<>();
    for (RecordedEvent recorded : events) {
      if (recorded.payload() instanceof CredentialEvent event && isNew(event, recorded, rows)) {
        for (CredentialRow row :
            CredentialRow.fold(rows, event, recorded.position(), recorded.version())) {
          rows.put(row.credentialId(), row);
          touched.put(row.credentialId(), row);
        }
      }
    }
    TABLE.write(jdbc, touched.values());
  }

  /** An entry is folded into all the keys it names at once, so one of them tells. */
  private static boolean isNew(
      CredentialEvent event, RecordedEvent recorded, Map<String, CredentialRow> rows) {
    return CredentialRow.named(event).stream()
        .map(rows::get)
        .filter(Objects::nonNull)
        .allMatch(row -> row.version() < recorded.version());
  }

  private static CredentialRow read(ResultSet row) throws SQLException {
    return new CredentialRow(
        row.getString("credential_id"),
        row.getString("client"),
        row.getString("secret_hash"),
        words(row, "roles", Role[].class),
        words(row, "rights", Right[].class),
        row.getString("channel"),
        Json.instant(row, "issued_at"),
        Json.instantOrNull(row, "valid_until"),
        Json.instantOrNull(row, "revoked_at"),
        row.getLong("version"),
        row.getLong("position"));
  }

  private static <T> List<T> words(ResultSet row, String column, Class<T[]> type)
      throws SQLException {
    T[] words = Json.read(row, column, type);
    return words == null ? List.of() : List.of(words);
  }
}
