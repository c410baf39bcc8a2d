package io.stockledger.server.face;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.server.journey.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * Callers who go before they are answered are no fault of the server. Reads all that this process
 * logs, so no server of another test may run beside it.
 */
@Isolated
@ExtendWith(OutputCaptureExtension.class)
class HangUpTest {
  private static final int CALLERS = 40;

  @Test
  void a_caller_who_hangs_up_is_not_logged_as_an_error(CapturedOutput log) throws Exception {
    RunningServer server = RunningServer.shared();
    String key = server.keyOf("\"auditor\"", "");
    String head = " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + key + "\r\n";
    for (int i = 0; i < CALLERS; i++) {
      RawSocket.hangUp(server.port(), "GET /v1/ledger?limit=1000" + head + "\r\n");
      RawSocket.hangUp(
          server.port(),
          "POST /v1/channels/default/availability"
              + head
              + "Content-Type: application/json\r\nContent-Length: 99\r\n\r\n{\"skus\":");
    }
    // those are served in turn with this one
    assertThat(server.get(key, "/v1/ledger?limit=1000").status()).isEqualTo(200);
    assertThat(log.getOut() + log.getErr()).doesNotContain(" ERROR ", "\tat ");
  }

  @Test
  void an_export_that_is_read_to_its_end_is_recorded_as_no_refused_access(CapturedOutput log)
      throws Exception {
    RunningServer server = RunningServer.shared();
    String key = server.keyOf("\"integration\"", "");
    server.write(
        key,
        "PUT",
        "/v1/locations/EXPORT",
        "{\"name\":\"E\",\"kind\":\"store\",\"timeZone\":\"Europe/Vienna\"}");
    server.write(key, "PUT", "/v1/products/EXPORTED", "{\"name\":\"E\"}");
    String item = "/v1/stock/EXPORT/EXPORTED";
    server.write(key, "POST", item + "/receive", "{\"quantity\":5}");
    var answer =
        server.answer(
            server
                .request(key, item + "/history")
                .header("Accept", "text/csv")
                .header("Ledger-Min-Position", Long.toString(server.headPosition()))
                .build());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).startsWith("version,position,type").contains("stock.received");
    assertThat(server.get(key, item).status()).isEqualTo(200);
    assertThat(log.getOut()).doesNotContain("access refused");
  }
}
