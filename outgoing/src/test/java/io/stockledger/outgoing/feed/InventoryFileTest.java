package io.stockledger.outgoing.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InventoryFileTest {
  private static final String TOO_LONG = "S".repeat(51);

  private static String written(@Nullable StorePickup pickup) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (InventoryFile file = new InventoryFile(out, pickup)) {
      file.write(line("Vienna 1", "85123A", 12L, InventoryAvailability.IN_STOCK, true));
      file.write(line("Zürich", "85123A", null, InventoryAvailability.IN_STOCK, false));
      file.write(line("007", "A_b~c.d-1", 2L, InventoryAvailability.LIMITED_AVAILABILITY, true));
      file.write(line("007", "SOFA", null, InventoryAvailability.ON_DISPLAY_TO_ORDER, false));
      file.write(line("007", TOO_LONG, 1L, InventoryAvailability.IN_STOCK, true));
      file.write(line(null, "85123A", 3L, InventoryAvailability.IN_STOCK, true));
      file.write(line("=1\t\"x\"", "GONE", 0L, InventoryAvailability.OUT_OF_STOCK, false));
      assertThat(file.lines()).isEqualTo(5);
      assertThat(file.leftOut()).isEqualTo(2);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static InventoryLine line(
      @Nullable String store,
      String id,
      @Nullable Long quantity,
      InventoryAvailability availability,
      boolean pickup) {
    return new InventoryLine(store, id, quantity, availability, pickup);
  }

  private static String golden(String name) throws IOException {
    try (InputStream file = InventoryFileTest.class.getResourceAsStream("/feeds/" + name)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void a_file_has_its_published_form() throws IOException {
    assertThat(written(null)).isEqualTo(golden("local-inventory.tsv"));
  }

  @Test
  void with_pickup_it_says_so_of_each_line() throws IOException {
    assertThat(written(new StorePickup("reserve", "same day")))
        .isEqualTo(golden("local-inventory-with-pickup.tsv"));
  }

  @Test
  void a_file_of_nothing_has_its_header() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new InventoryFile(out, null).close();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("store_code\tid\tquantity\tavailability\n");
  }
}
