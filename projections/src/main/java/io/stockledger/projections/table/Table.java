package io.stockledger.projections.table;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;

/**
 * One table of the read model, written and read many rows at a time. Values travel as arrays, one
 * for each column, so that a batch of any size is the same prepared statement: whole numbers as
 * what they are, everything else as text.
 *
 * @param <R> its rows
 */
public final class Table<R> {
  /**
   * A column.
   *
   * @param type {@link #WHOLE} for a {@link Long}, or what PostgreSQL casts its text to
   */
  public record Column<R>(String name, String type, Function<R, @Nullable Object> value) {
    private static final String WHOLE = "bigint";

    private boolean isWhole() {
      return type.equals(WHOLE);
    }

    private String array() {
      return isWhole() ? "?::bigint[]" : "?::text[]";
    }
  }

  private final List<Column<R>> columns;
  private final RowMapper<R> mapper;
  private final String upsert;
  private final String select;
  private final int keyLength;

  /**
   * @param key the first columns, the primary key or a part of it to read by
   * @param conflict what to do with a row that is there already
   */
  public Table(
      String name, int key, Conflict conflict, List<Column<R>> columns, RowMapper<R> mapper) {
    this.columns = List.copyOf(columns);
    this.mapper = mapper;
    this.keyLength = key;
    this.upsert = upsertStatement(name, conflict, this.columns);
    this.select = selectStatement(name, this.columns.subList(0, key));
  }

  /** What to do with a row that is there already. */
  public record Conflict(String columns, boolean replaceOlder) {
    /** It gives way to one of a higher version: a row never goes back. */
    public static Conflict newerWins(String columns) {
      return new Conflict(columns, true);
    }

    /** It stays. */
    public static Conflict firstStays(String columns) {
      return new Conflict(columns, false);
    }
  }

  public void write(JdbcOperations jdbc, Collection<R> rows) {
    if (rows.isEmpty()) {
      return;
    }
    jdbc.update(
        upsert,
        statement -> {
          for (int i = 0; i < columns.size(); i++) {
            Column<R> column = columns.get(i);
            if (column.isWhole()) {
              setArray(statement, i + 1, "bigint", wholes(rows, column.value()));
            } else {
              setArray(statement, i + 1, "text", texts(rows, column.value()));
            }
          }
        });
  }

  /** The rows under these keys, in no order; each key has as many parts as the table's. */
  public List<R> read(JdbcOperations jdbc, Collection<List<String>> keys) {
    if (keys.isEmpty()) {
      return List.of();
    }
    return jdbc.query(
        select,
        statement -> {
          for (int i = 0; i < keyLength; i++) {
            int part = i;
            setArray(statement, i + 1, "text", texts(keys, key -> key.get(part)));
          }
        },
        mapper);
  }

  /** An array of strings, and not of objects, travels in binary form. */
  private static <T> @Nullable String[] texts(
      Collection<T> from, Function<T, @Nullable Object> value) {
    @Nullable String[] texts = new @Nullable String[from.size()];
    int i = 0;
    for (T each : from) {
      Object one = value.apply(each);
      texts[i++] = one == null ? null : one.toString();
    }
    return texts;
  }

  private static <T> @Nullable Long[] wholes(
      Collection<T> from, Function<T, @Nullable Object> value) {
    @Nullable Long[] wholes = new @Nullable Long[from.size()];
    int i = 0;
    for (T each : from) {
      wholes[i++] = (Long) value.apply(each);
    }
    return wholes;
  }

  private static void setArray(
      PreparedStatement statement, int index, String type, @Nullable Object[] values)
      throws SQLException {
    Array array = statement.getConnection().createArrayOf(type, values);
    statement.setArray(index, array);
  }

  private static <R> String upsertStatement(
      String name, Conflict conflict, List<Column<R>> columns) {
    String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
    String casts =
        columns.stream().map(c -> c.name() + "::" + c.type()).collect(Collectors.joining(", "));
    String arrays = columns.stream().map(Column::array).collect(Collectors.joining(", "));
    String insert =
        "insert into %s (%s) select %s from unnest(%s) as given (%s) on conflict (%s) do "
            .formatted(name, names, casts, arrays, names, conflict.columns());
    if (!conflict.replaceOlder()) {
      return insert + "nothing";
    }
    String sets =
        columns.stream()
            .map(c -> c.name() + " = excluded." + c.name())
            .collect(Collectors.joining(", "));
    return insert + "update set %s where excluded.version > %s.version".formatted(sets, name);
  }

  /**
   * Each key is looked for by itself. A join is read through the whole table where the planner has
   * not heard yet how large it has become. (With {@code offset 0} it may not make a join of it.)
   */
  private static <R> String selectStatement(String name, List<Column<R>> key) {
    String names = key.stream().map(Column::name).collect(Collectors.joining(", "));
    String arrays = key.stream().map(Column::array).collect(Collectors.joining(", "));
    String matches =
        key.stream()
            .map(c -> "%1$s.%2$s = wanted.%2$s".formatted(name, c.name()))
            .collect(Collectors.joining(" and "));
    return """
        select found.* from (select distinct * from unnest(%s) as given (%s)) as wanted
         cross join lateral (select * from %s where %s offset 0) as found
        """
        .formatted(arrays, names, name, matches);
  }
}
