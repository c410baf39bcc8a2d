package io.stockledger.server.feed;

import io.stockledger.outgoing.feed.InventoryFile;
import io.stockledger.outgoing.feed.StorePickup;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.core.exc.JacksonIOException;

/** A file on its way to who asked for it. Where it fails, it ends without its end. */
record FeedBody(Consumer<InventoryFile> lines, @Nullable StorePickup pickup, boolean zipped)
    implements StreamingResponseBody {
  private static final int BUFFER = 1 << 16;

  @Override
  public void writeTo(OutputStream out) throws IOException {
    if (!zipped) {
      write(out);
      return;
    }
    GZIPOutputStream zip = new GZIPOutputStream(out, BUFFER);
    write(zip);
    zip.finish();
  }

  private void write(OutputStream out) throws IOException {
    try {
      // closed in the good case only: its end would make a part look like the whole
      InventoryFile file = new InventoryFile(out, pickup);
      lines.accept(file);
      file.close();
    } catch (JacksonIOException e) {
      throw e.getCause(); // the reader is gone
    }
  }
}
