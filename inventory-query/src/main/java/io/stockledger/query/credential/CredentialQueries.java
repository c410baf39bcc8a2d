package io.stockledger.query.credential;

import io.stockledger.api.Answer;
import io.stockledger.api.Page;
import io.stockledger.api.credential.CredentialQuery.FindCredential;
import io.stockledger.api.credential.CredentialQuery.ListCredentials;
import io.stockledger.api.credential.CredentialSecretView;
import io.stockledger.api.credential.CredentialsView;
import io.stockledger.api.credential.CredentialsView.CredentialCard;
import io.stockledger.api.credential.Right;
import io.stockledger.api.credential.Role;
import io.stockledger.query.reading.Columns;
import io.stockledger.query.reading.Conditions;
import io.stockledger.query.reading.Cursor;
import io.stockledger.query.reading.ReadModel;
import io.stockledger.query.reading.Rows;
import io.stockledger.query.reading.Stamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;

/** API keys, for showing (without hashes) and for authentication (with). */
public final class CredentialQueries {
  private static final String PROJECTION = "credentials";
  private static final String SELECT =
      "select * from credential where {where} order by credential_id limit :limit";

  private final ReadModel model;

  public CredentialQueries(ReadModel model) {
    this.model = model;
  }

  private record Key(CredentialCard card, String secretHash) {}

  @QueryHandler
  Answer find(FindCredential query) {
    String id = query.credentialId();
    Rows<Key> rows = read(new Conditions().and("credential_id = :id", "id", id).with("limit", 1));
    if (rows.items().isEmpty()) {
      return new Answer.Unknown("unknown-credential", Map.of("credentialId", id));
    }
    Key key = rows.items().getFirst();
    return new CredentialSecretView(
        key.card, key.secretHash, rows.position(), model.now(), Stamps.of(key.card.version(), 0));
  }

  @QueryHandler
  Answer list(ListCredentials query) {
    Page page = query.page();
    Optional<List<String>> behind = Cursor.read(page.cursor(), 1);
    if (behind.isEmpty()) {
      return new Answer.UnknownCursor(String.valueOf(page.cursor()));
    }
    Rows<Key> rows =
        read(
            new Conditions()
                .andIf("client = :client", "client", query.client())
                .behind(List.of("credential_id"), behind.get())
                .with("limit", page.limit() + 1));
    List<CredentialCard> items = rows.within(page).stream().map(Key::card).toList();
    return new CredentialsView(
        items,
        rows.next(page, key -> List.of(key.card.credentialId())),
        rows.position(),
        model.now(),
        Stamps.of(items));
  }

  private Rows<Key> read(Conditions conditions) {
    return model.read(
        PROJECTION,
        conditions.in(SELECT),
        conditions.parameters(),
        "credential_id",
        (row, number) -> new Key(card(row), row.getString("secret_hash")));
  }

  private static CredentialCard card(ResultSet row) throws SQLException {
    return new CredentialCard(
        row.getString("credential_id"),
        row.getString("client"),
        words(row, "roles", Role[].class),
        words(row, "rights", Right[].class),
        row.getString("channel"),
        Columns.instant(row, "issued_at"),
        Columns.instantOrNull(row, "valid_until"),
        Columns.instantOrNull(row, "revoked_at"),
        row.getLong("version"));
  }

  private static <T> List<T> words(ResultSet row, String column, Class<T[]> type)
      throws SQLException {
    T[] words = Columns.json(row, column, type);
    return words == null ? List.of() : List.of(words);
  }
}
