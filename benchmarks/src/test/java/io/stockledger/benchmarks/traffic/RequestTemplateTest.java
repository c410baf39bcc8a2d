package io.stockledger.benchmarks.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RequestTemplateTest {
  @Test
  void numbers_go_to_their_places_in_order_and_the_request_keeps_its_length() {
    RequestTemplate request =
        RequestTemplate.write("POST", "key", "/v1/stock/L/S-####/reserve", "k-######", "{}");

    assertThat(text(request, 7, 123456))
        .startsWith("POST /v1/stock/L/S-0007/reserve HTTP/1.1\r\n")
        .contains("\r\nIdempotency-Key: k-123456\r\n")
        .contains("\r\nAuthorization: Bearer key\r\n")
        .endsWith("\r\nContent-Length: 2\r\n\r\n{}");
    assertThat(text(request, 42, 1)).hasSize(request.length()).contains("S-0042", "k-000001");
  }

  @Test
  void a_number_too_few_is_refused() {
    RequestTemplate request = RequestTemplate.get("key", "/v1/stock/L/S-####");

    assertThatThrownBy(() -> text(request)).isInstanceOf(IllegalArgumentException.class);
  }

  private static String text(RequestTemplate request, long... numbers) {
    ByteBuffer buffer = ByteBuffer.allocate(1000);
    request.put(buffer, numbers);
    return new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII);
  }
}
