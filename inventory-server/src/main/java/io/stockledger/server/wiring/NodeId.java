package io.stockledger.server.wiring;

import io.stockledger.server.settings.StockledgerSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * The name under which a node claims projections: no two nodes on one database may have the same,
 * and one that starts again must have its own back, or it waits for its old claims to end.
 */
final class NodeId {
  private NodeId() {}

  /** The one that is set, or one of this host, port and data directory. */
  static String of(StockledgerSettings settings, String port) {
    String set = settings.nodeId();
    if (set != null && !set.isBlank()) {
      return set;
    }
    String directory = settings.dataDir().toAbsolutePath().normalize().toString();
    return host() + ":" + port + ":" + Integer.toHexString(directory.hashCode());
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
