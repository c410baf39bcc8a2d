package io.stockledger.outgoing.feed;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/**
 * A file of Google's local inventory data while it is written: UTF-8, a line each, values divided
 * by tabs, the first line naming them. Nothing of it stays in memory.
 */
public final class InventoryFile implements AutoCloseable {
  public static final String MEDIA_TYPE = "text/tab-separated-values";

  private static final String NOT_SUPPORTED = "not supported";
  private static final CsvMapper TSV =
      CsvMapper.builder()
          .enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();
  private static final CsvSchema TABS =
      CsvSchema.emptySchema().withColumnSeparator('\t').withLineSeparator("\n");

  private final @Nullable StorePickup pickup;
  private final SequenceWriter rows;
  private long lines;
  private long leftOut;

  /**
   * Begins it.
   *
   * @param out is flushed in the end, and not closed
   * @param pickup absent where the file says nothing of it
   */
  public InventoryFile(OutputStream out, @Nullable StorePickup pickup) {
    this.pickup = pickup;
    this.rows = TSV.writerFor(String[].class).with(TABS).writeValues(out);
    List<String> names = new ArrayList<>(List.of("store_code", "id", "quantity", "availability"));
    if (pickup != null) {
      names.addAll(List.of("pickup_method", "pickup_sla"));
    }
    rows.write(names.toArray(String[]::new));
  }

  void write(InventoryLine line) {
    String storeCode = line.storeCode();
    if (storeCode == null || !line.fits()) {
      leftOut++;
      return;
    }
    String quantity = line.quantity() == null ? "" : Long.toString(line.quantity());
    String word = line.availability().word();
    if (pickup == null) {
      rows.write(new String[] {storeCode, line.id(), quantity, word});
    } else {
      String method = line.pickup() ? pickup.method() : NOT_SUPPORTED;
      String sla = line.pickup() ? pickup.sla() : "";
      rows.write(new String[] {storeCode, line.id(), quantity, word, method, sla});
    }
    lines++;
  }

  /** Products in stores that it tells of by now. */
  public long lines() {
    return lines;
  }

  /**
   * Those that it could not tell of, since their SKU is longer than the format allows, or another
   * location has the same store code.
   */
  public long leftOut() {
    return leftOut;
  }

  /** Ends it. */
  @Override
  public void close() {
    rows.close();
  }
}
