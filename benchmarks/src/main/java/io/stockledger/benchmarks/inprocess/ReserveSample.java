package io.stockledger.benchmarks.inprocess;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a reserve left in the ledger: the event and the receipt, to make others of the same size.
 */
@SuppressWarnings("ArrayRecordComponent") // nobody changes the bytes
record ReserveSample(
    String type,
    int revision,
    String payloadBeforeReservation,
    String payloadBeforeSku,
    String payloadEnd,
    byte[] metadata,
    byte[] requestHash,
    byte[] answer) {

  /** The newest one. */
  static ReserveSample read(Connection connection) throws SQLException {
    String sql =
        """
        select type, revision, payload, metadata, request_hash, answer
          from ledger.event join ledger.receipt using (position)
         where type = 'stock.reserved' order by position desc limit 1
        """;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      if (!row.next()) {
        throw new IllegalStateException("nothing was reserved yet");
      }
      String payload = new String(row.getBytes(3), StandardCharsets.UTF_8);
      JsonNode event = JsonMapper.shared().readTree(payload);
      String reservation = event.required("reservationId").asString();
      String sku = event.required("sku").asString();
      int atReservation = payload.indexOf(reservation);
      int atSku = payload.indexOf(sku, atReservation);
      return new ReserveSample(
          row.getString(1),
          row.getInt(2),
          payload.substring(0, atReservation),
          payload.substring(atReservation + reservation.length(), atSku),
          payload.substring(atSku + sku.length()),
          Objects.requireNonNull(row.getBytes(4)),
          Objects.requireNonNull(row.getBytes(5)),
          Objects.requireNonNull(row.getBytes(6)));
    }
  }

  /**
   * The same event about another item and another reservation; keys are in order of the alphabet.
   */
  String payload(String sku, String reservation) {
    return payloadBeforeReservation + reservation + payloadBeforeSku + sku + payloadEnd;
  }
}
