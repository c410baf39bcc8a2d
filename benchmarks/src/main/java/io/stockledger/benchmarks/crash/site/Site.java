package io.stockledger.benchmarks.crash.site;

import io.stockledger.benchmarks.crash.history.History;
import io.stockledger.benchmarks.crash.load.Face;
import io.stockledger.benchmarks.crash.load.Item;
import io.stockledger.benchmarks.crash.load.Recorder;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One ledger: a PostgreSQL, the wire to it, and one or two nodes. */
public final class Site implements AutoCloseable {
  private static final String DATABASE = "ledger";
  private static final int LOCATIONS = 2;
  private static final int SKUS = 10;

  private final Path directory;
  private final Recorder recorder;
  private final @Nullable SmallDisk disk;
  private final Cluster cluster;
  private final Wire wire;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Item> items =
      IntStream.range(0, LOCATIONS * SKUS)
          .mapToObj(i -> new Item("L" + i / SKUS, "S" + i % SKUS))
          .toList();
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile List<Face> faces = List.of();
  private String apiKey = "";

  private Site(
      Path directory, Recorder recorder, @Nullable SmallDisk disk, Cluster cluster, Wire wire) {
    this.directory = directory;
    this.recorder = recorder;
    this.disk = disk;
    this.cluster = cluster;
    this.wire = wire;
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "site"));
  }

  /** What kind of ground it stands on. */
  public enum Ground {
    /** A disk, and a database that waits for it. */
    DURABLE,
    /** A disk, and a database that does not wait for it: it may forget what it acknowledged. */
    FORGETFUL,
    /** A file system that may be full. */
    SMALL
  }

  /** Whether a ground can be had on this machine. */
  public static boolean isPossible(Ground ground, Path directory) throws InterruptedException {
    return ground != Ground.SMALL || SmallDisk.isPossible(directory.resolve("try-disk"));
  }

  /**
   * A new and empty ledger with one node, ready.
   *
   * @param directory of its own
   * @throws IOException where the ground cannot be had
   */
  public static Site open(Grounds grounds, Ground ground, Path directory, Recorder recorder)
      throws IOException, InterruptedException, SQLException {
    SmallDisk disk = ground == Ground.SMALL ? SmallDisk.mount(directory.resolve("disk")) : null;
    Cluster cluster = null;
    Site site = null;
    try {
      Path data = (disk == null ? directory : disk.directory()).resolve("postgres");
      cluster = new Cluster(grounds.binaries(), data, directory.resolve("postgres.log"), ground);
      cluster.start();
      Database.create(cluster, DATABASE);
      site = new Site(directory, recorder, disk, cluster, new Wire(cluster.port()));
      site.settle();
      return site;
    } finally {
      if (site == null || site.faces.isEmpty()) {
        abandon(site, cluster, disk);
      }
    }
  }

  private static void abandon(
      @Nullable Site site, @Nullable Cluster cluster, @Nullable SmallDisk disk) {
    if (site != null) {
      site.close();
      return;
    }
    if (cluster != null) {
      cluster.close();
    }
    if (disk != null) {
      disk.close();
    }
  }

  private void settle() throws IOException, InterruptedException, SQLException {
    Node first = addNode();
    Settlers settlers = new Settlers(first.address(), first.operatorKey());
    apiKey = settlers.issueKey(History.CLIENT);
    settlers.register(items);
    useNodes(1);
    // whatever is forgotten later, the client stays known
    cluster.run(DATABASE, "checkpoint");
  }

  private Node addNode() throws IOException, InterruptedException {
    int number = nodes.size() + 1;
    Node node = new Node(number, directory.resolve("node-" + number), url());
    nodes.add(node);
    node.launch();
    node.awaitReady();
    return node;
  }

  private String url() {
    return "jdbc:postgresql://127.0.0.1:" + wire.port() + "/" + DATABASE;
  }

  /** From here on so many nodes run and are written to. */
  public void useNodes(int count) throws IOException, InterruptedException {
    while (nodes.size() < count) {
      addNode();
    }
    while (nodes.size() > count) {
      nodes.removeLast().close();
    }
    List<Face> old = faces;
    Map<Integer, Face> fresh = new HashMap<>();
    for (Node node : nodes) {
      fresh.put(node.number(), new Face(node.number(), node.address(), apiKey, recorder));
    }
    faces = List.copyOf(fresh.values());
    old.forEach(Face::close);
    awaitReady();
  }

  /** Every node lets the client in, and has its database. */
  public void awaitReady() throws InterruptedException {
    for (Node node : nodes) {
      node.awaitReady();
    }
    for (Face face : faces) {
      Patience.require("the client is let in", Duration.ofSeconds(60), face::admits);
    }
  }

  public List<Item> items() {
    return items;
  }

  public List<Node> nodes() {
    return List.copyOf(nodes);
  }

  /** Of the nodes that are used. */
  public List<Face> faces() {
    return faces;
  }

  public Wire wire() {
    return wire;
  }

  /** There is one on small ground only. */
  public SmallDisk disk() {
    return Objects.requireNonNull(disk, "this ground has no limit");
  }

  public void killPostgres() throws InterruptedException {
    cluster.kill();
  }

  public void stopPostgresImmediately() throws InterruptedException {
    cluster.stopImmediately();
  }

  /** Does nothing where it runs. */
  public void startPostgres() throws IOException, InterruptedException {
    cluster.start();
  }

  /** The processes of PostgreSQL that work for nodes. */
  public List<Long> busyBackends() throws SQLException {
    return Database.backends(cluster, DATABASE);
  }

  /** It stands still until it is resumed. */
  public void pauseBackend(long pid) {
    Signals.send("STOP", pid);
  }

  public void resumeBackend(long pid) {
    Signals.send("CONT", pid);
  }

  /** What was sent and heard up to now, and what the database holds. */
  public History history() throws SQLException {
    // what is denied before the database is read may only come into being behind what was denied
    var notes = recorder.notes();
    var attempts = recorder.attempts();
    var lookups = recorder.lookups();
    var reads = recorder.reads();
    return Database.history(cluster, DATABASE, notes, attempts, lookups, reads);
  }

  /** Also when the run is broken off: nothing of it lives on. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    faces.forEach(Face::close);
    nodes.forEach(Node::close);
    wire.close();
    cluster.close();
    if (disk != null) {
      disk.close();
    }
  }

  /** The logs of everything that ran here. */
  public Stream<Path> logs() {
    return Stream.concat(
        Stream.of(directory.resolve("postgres.log")),
        nodes.stream().map(node -> directory.resolve("node-" + node.number() + "/server.log")));
  }
}
