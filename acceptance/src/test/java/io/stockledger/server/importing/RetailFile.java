package io.stockledger.server.importing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The file of order lines beside the project, if it is there, and what a plain fold of it comes to:
 * read by other means than the importer's, so that the two can be held against each other.
 */
final class RetailFile {
  private static final String FILE =
      "shared/data/uci-online-retail/online-retail-2010-12_2011-01.csv.gz";
  private static final Set<String> NO_STOCK =
      Set.of("POST", "DOT", "C2", "D", "M", "S", "AMAZONFEE", "BANK CHARGES");

  private RetailFile() {}

  /** Beside the repository, whichever of its modules this runs in. */
  static @Nullable Path path() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(FILE))) {
        return at.resolve(FILE);
      }
    }
    return null;
  }

  /**
   * Units by SKU after the first {@code limit} order lines, if just as many were there at the
   * beginning as the whole file needs.
   */
  static Map<String, Long> fold(long limit) throws IOException {
    Map<String, Long> opening = new TreeMap<>();
    Map<String, Long> sums = new TreeMap<>();
    Map<String, Long> sumsAtLimit = new TreeMap<>();
    long number = 0;
    for (List<String> fields : rows()) {
      number++;
      String sku = fields.get(1).toUpperCase(Locale.ROOT);
      if (NO_STOCK.contains(sku) || sku.startsWith("GIFT_")) {
        continue;
      }
      long units = Long.parseLong(fields.get(3));
      boolean free = Double.parseDouble(fields.get(5)) == 0;
      long sum = sums.merge(sku, free ? units : -units, Long::sum);
      opening.merge(sku, Math.max(0, -sum), Math::max);
      if (number <= limit) {
        sumsAtLimit.put(sku, sum);
      }
    }
    sumsAtLimit.replaceAll((sku, sum) -> sum + opening.getOrDefault(sku, 0L));
    return sumsAtLimit;
  }

  private static List<List<String>> rows() throws IOException {
    Path path = path();
    if (path == null) {
      throw new IOException("the file is not there");
    }
    List<List<String>> rows = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        rows.add(split(line));
      }
    }
    return rows;
  }

  private static List<String> split(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }
}
