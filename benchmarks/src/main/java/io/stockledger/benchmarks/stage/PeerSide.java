package io.stockledger.benchmarks.stage;

import io.stockledger.benchmarks.peer.PeerServer;
import io.stockledger.benchmarks.traffic.RequestTemplate;
import io.stockledger.benchmarks.traffic.Shelf;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A peer, as {@link PeerServer} runs it. */
public final class PeerSide implements Side {
  /** Of the form, and as long as, a key of the product. */
  private static final String KEY = "slk_benchmarkbenchma_" + "0123456789abcdef".repeat(4);

  private final Peer peer;
  private final FreshDatabase database;
  private final ServerProcess server;

  private PeerSide(Peer peer, FreshDatabase database, ServerProcess server) {
    this.peer = peer;
    this.database = database;
    this.server = server;
  }

  /** The peers there are, and how to ask their tables. */
  public enum Peer {
    /** Written by hand, with a conditional update. */
    ROW_LOCK(
        "row-lock",
        "select key from idempotency where status = 201",
        "select coalesce(sum(quantity), 0) from journal where kind = 'reserve'"),
    /** Axon as it comes. */
    AXON_DEFAULT(
        "axon-default",
        "select key from receipt where status = 201",
        "select count(*) from domainevententry where payloadtype like '%Reserved'"),
    /** HTTP and authentication alone. */
    NO_OP("no-op", "", "");

    private final String peerName;
    private final String keys;
    private final String reserved;

    Peer(String peerName, String keys, String reserved) {
      this.peerName = peerName;
      this.keys = keys;
      this.reserved = reserved;
    }

    public String peerName() {
      return peerName;
    }
  }

  /**
   * @param settings of the peer, such as {@code --peer.connections=16}
   */
  public static PeerSide start(Stage stage, Peer peer, String... settings)
      throws IOException, SQLException, InterruptedException {
    FreshDatabase database = stage.database(peer.peerName);
    try (InputStream tables =
        PeerSide.class.getResourceAsStream("/peer/" + peer.peerName + ".sql")) {
      if (tables != null) {
        database.execute(new String(tables.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return new PeerSide(peer, database, server(stage, peer, database, settings));
  }

  /** Another server on the same database; the one before has been closed. */
  public PeerSide restarted(Stage stage, String... settings)
      throws IOException, InterruptedException {
    return new PeerSide(peer, database, server(stage, peer, database, settings));
  }

  private static ServerProcess server(
      Stage stage, Peer peer, FreshDatabase database, String... settings)
      throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--peer=" + peer.peerName,
                "--peer.key=" + KEY,
                "--peer.database.url=" + database.url()));
    arguments.addAll(List.of(settings));
    return stage.server(peer.peerName, ServerProcess.java(PeerServer.class.getName()), arguments);
  }

  @Override
  public void stockUp(Shelf shelf) throws IOException {
    RequestTemplate receive =
        RequestTemplate.post(
            KEY,
            "/v1/stock/" + Shelf.LOCATION + "/" + shelf.skuPattern() + "/receive",
            "{\"quantity\":" + shelf.quantity() + "}");
    askEach(receive, 1, shelf.items(), (item, reply) -> {});
  }

  @Override
  public void settle() {
    // its reads are of what it writes
  }

  @Override
  public void recordedKeys(Consumer<String> reader) throws SQLException {
    database.texts(peer.keys, reader);
  }

  @Override
  public long reservedByJournal() throws SQLException {
    return database.number(peer.reserved);
  }

  @Override
  public String name() {
    return peer.peerName;
  }

  @Override
  public ServerProcess server() {
    return server;
  }

  @Override
  public FreshDatabase database() {
    return database;
  }

  @Override
  public String bearer() {
    return KEY;
  }
}
