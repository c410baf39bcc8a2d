package io.stockledger.ledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Statements that travel to the database and back together. They run in order, and each sees what
 * was committed when it began, as if it had been sent alone; only the waiting for each other of two
 * processes happens once. If one fails, those behind it do not run.
 */
public final class RoundTrip {

  private final List<Part> parts = new ArrayList<>();

  /** Gives a statement its parameters. */
  @FunctionalInterface
  public interface Binding {
    /** No parameters. */
    Binding NONE = (statement, first) -> first;

    /**
     * @param first the number of this statement's first parameter
     * @return the number of the next statement's first one
     */
    int bind(PreparedStatement statement, int first) throws SQLException;
  }

  /** Takes what a statement answers. */
  @FunctionalInterface
  public interface Reading {
    /** Rows, if there are any, are of no interest. */
    Reading NONE = rows -> {};

    /** Reads the rows; is not called for a statement that has none to return. */
    void read(ResultSet rows) throws SQLException;
  }

  private record Part(String sql, Binding binding, Reading reading) {}

  public RoundTrip add(String sql, Binding binding, Reading reading) {
    parts.add(new Part(sql, binding, reading));
    return this;
  }

  public boolean isEmpty() {
    return parts.isEmpty();
  }

  /** Sends all of them, and hands out what they answer. */
  public void make(Connection connection) throws SQLException {
    if (parts.isEmpty()) {
      return;
    }
    String sql = parts.stream().map(Part::sql).collect(Collectors.joining(";\n"));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int parameter = 1;
      for (Part part : parts) {
        parameter = part.binding().bind(statement, parameter);
      }
      boolean rows = statement.execute();
      for (Part part : parts) {
        if (rows) {
          try (ResultSet result = statement.getResultSet()) {
            part.reading().read(result);
          }
        }
        rows = statement.getMoreResults();
      }
    }
  }
}
