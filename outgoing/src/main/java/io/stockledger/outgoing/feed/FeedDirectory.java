package io.stockledger.outgoing.feed;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * The directory into which feeds are written. A file is there whole and durable, or not at all; in
 * the order of their names files are in the order in which they were begun. Names are made of the
 * checked id of a feed, a moment and a number, so that none leads out of the directory.
 */
final class FeedDirectory {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String PART = ".part";
  private static final int BUFFER = 1 << 16;

  private final Path directory;

  FeedDirectory(Path directory) {
    this.directory = directory;
  }

  /** Begins a file, under a name by which nobody takes it for one. */
  Draft begin(ScheduledFeed feed, FeedKind kind, Instant begunAt, long change) throws IOException {
    String name =
        "%s-%s-%s-%016d.tsv%s"
            .formatted(
                feed.id(), MOMENT.format(begunAt), kind.word(), change, feed.gzip() ? ".gz" : "");
    Files.createDirectories(directory);
    Path part = directory.resolve("." + name + PART);
    FileChannel channel =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    return new Draft(part, directory.resolve(name), channel, feed.gzip());
  }

  /** A file that is being written; closed without having been published, it never was there. */
  final class Draft implements AutoCloseable {
    private final Path part;
    private final Path file;
    private final FileChannel channel;
    private final OutputStream out;

    private Draft(Path part, Path file, FileChannel channel, boolean gzip) throws IOException {
      this.part = part;
      this.file = file;
      this.channel = channel;
      OutputStream plain = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
      this.out = gzip ? new GZIPOutputStream(plain, BUFFER) : plain;
    }

    OutputStream out() {
      return out;
    }

    String name() {
      return file.getFileName().toString();
    }

    void publish() throws IOException {
      if (out instanceof GZIPOutputStream zipped) {
        zipped.finish();
      }
      out.flush();
      channel.force(true);
      channel.close();
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
        names.force(true);
      }
    }

    @Override
    public void close() throws IOException {
      channel.close();
      Files.deleteIfExists(part);
    }
  }

  /** Takes away what was left of an attempt that did not come to its end. */
  void removeParts(ScheduledFeed feed) throws IOException {
    Files.createDirectories(directory);
    Pattern part = Pattern.compile("\\." + name(feed, "(full|incremental)") + "\\.part");
    for (Path each : files(part)) {
      Files.deleteIfExists(each);
    }
  }

  /** Takes away all that is older than the oldest full file to be kept. */
  void removeOld(ScheduledFeed feed) throws IOException {
    List<Path> full = files(Pattern.compile(name(feed, "full")));
    if (full.size() <= feed.keep()) {
      return;
    }
    Path oldest = full.get(full.size() - feed.keep());
    String oldestMoment = moment(feed, oldest);
    for (Path each : files(Pattern.compile(name(feed, "(full|incremental)")))) {
      if (moment(feed, each).compareTo(oldestMoment) < 0) {
        Files.deleteIfExists(each);
      }
    }
  }

  private static String name(ScheduledFeed feed, String kind) {
    return Pattern.quote(feed.id()) + "-\\d{8}T\\d{9}Z-" + kind + "-\\d{16}\\.tsv(\\.gz)?";
  }

  private static String moment(ScheduledFeed feed, Path file) {
    String behindId = file.getFileName().toString().substring(feed.id().length() + 1);
    return behindId.substring(0, behindId.indexOf('-'));
  }

  private List<Path> files(Pattern name) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> all = Files.list(directory)) {
      all.filter(path -> name.matcher(path.getFileName().toString()).matches()).forEach(found::add);
    }
    found.sort(Comparator.comparing(path -> path.getFileName().toString()));
    return found;
  }
}
