package io.stockledger.benchmarks.peer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * All in one statement that is its own transaction: one round trip, and the row is locked for as
 * short as can be. Two commands with the same key at once: the second one's insert fails, undoes
 * its update, and finds the first one's answer.
 */
final class RowLockStatement implements PeerStock {
  private static final String DUPLICATE_KEY = "23505";

  private static final String RESERVE =
      """
      with wanted (location, sku, quantity, reservation_id, client, key, request_hash) as (
        values (?::text, ?::text, ?::bigint, ?::text, ?::text, ?::text, ?::bytea)
      ), taken as (
        update stock
           set available = stock.available - wanted.quantity,
               reserved = stock.reserved + wanted.quantity, version = stock.version + 1
          from wanted
         where stock.location = wanted.location and stock.sku = wanted.sku
           and stock.available >= wanted.quantity
           and not exists (select from idempotency known
                            where known.client = wanted.client and known.key = wanted.key)
        returning stock.version, stock.on_hand, stock.reserved, stock.available
      ), noted as (
        insert into journal
          (location, sku, version, kind, quantity, reservation_id, client, key, recorded_at)
        select location, sku, version, 'reserve', quantity, reservation_id, client, key, now()
          from wanted, taken
      )
      insert into idempotency (client, key, request_hash, status, answer, recorded_at)
      select client, key, request_hash, case when version is null then 409 else 201 end,
             case when version is null
                  then format('{"type":"/problems/insufficient-stock","requested":%s}', quantity)
                  else format('{"location":"%s","sku":"%s","version":%s,"reservationId":"%s",'
                              '"figures":{"onHand":%s,"reserved":%s,"available":%s}}',
                              location, sku, version, reservation_id, on_hand, reserved, available)
             end, now()
        from wanted left join taken on true
       where not exists (select from idempotency known
                          where known.client = wanted.client and known.key = wanted.key)
      returning status, answer
      """;

  private final DataSource dataSource;

  RowLockStatement(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Answered reserve(Reserve command) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      try (PreparedStatement statement = connection.prepareStatement(RESERVE)) {
        statement.setString(1, command.location());
        statement.setString(2, command.sku());
        statement.setLong(3, command.quantity());
        statement.setString(4, UUID.randomUUID().toString());
        statement.setString(5, command.client());
        statement.setString(6, command.key());
        statement.setBytes(7, command.requestHash());
        try (ResultSet row = statement.executeQuery()) {
          if (row.next()) {
            return new Answered(row.getInt(1), row.getString(2));
          }
        }
      } catch (SQLException e) {
        if (!DUPLICATE_KEY.equals(e.getSQLState())) {
          throw e;
        }
      }
      return RowLockTables.replay(connection, command);
    }
  }

  @Override
  public Answered receive(String location, String sku, long quantity) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return RowLockTables.receive(connection, location, sku, quantity);
    }
  }

  @Override
  public Answered figures(String location, String sku) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return RowLockTables.figures(connection, location, sku);
    }
  }
}
