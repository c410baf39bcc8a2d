package io.stockledger.server.feed;

import io.stockledger.outgoing.change.Announcements;
import io.stockledger.outgoing.change.ChangeLog;
import io.stockledger.outgoing.change.Offers;
import io.stockledger.outgoing.feed.FeedChannel;
import io.stockledger.outgoing.feed.FeedChannels;
import io.stockledger.outgoing.feed.FeedKind;
import io.stockledger.outgoing.feed.InventoryFile;
import io.stockledger.outgoing.feed.LatestChanges;
import io.stockledger.outgoing.feed.LocalInventoryFeed;
import io.stockledger.server.changes.FollowedChannels;
import io.stockledger.server.http.Headers;
import io.stockledger.server.http.Read;
import io.stockledger.server.http.RefusesWith;
import io.stockledger.server.problem.Problem;
import io.stockledger.server.problem.ProblemException;
import io.stockledger.server.problem.ProblemType;
import io.stockledger.server.read.ReadModels;
import io.stockledger.server.read.Reads;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * What a channel offers in stores, as a file of Google's local inventory data; a channel's key
 * takes its own.
 */
@RestController
class InventoryFeedDownload {
  /** What to give as {@code after} for the incremental file that follows. */
  static final String NEXT_AFTER = "Feed-Next-After";

  /** Whether more changed than one incremental file tells. */
  static final String MORE = "Feed-More";

  private static final String GZIP = "application/gzip";

  private final FollowedChannels followed;
  private final FeedChannels channels;
  private final LocalInventoryFeed feed;
  private final Offers offers;
  private final ChangeLog log;
  private final Announcements announcements;
  private final Reads reads;

  InventoryFeedDownload(
      FollowedChannels followed,
      FeedChannels channels,
      LocalInventoryFeed feed,
      Offers offers,
      ChangeLog log,
      Announcements announcements,
      Reads reads) {
    this.followed = followed;
    this.channels = channels;
    this.feed = feed;
    this.offers = offers;
    this.log = log;
    this.announcements = announcements;
    this.reads = reads;
  }

  @GetMapping(
      path = "/v1/channels/{channel}/feeds/google-local-inventory",
      produces = {InventoryFile.MEDIA_TYPE, GZIP})
  @Requires(Scope.AVAILABILITY_READ)
  @RefusesWith({409, 410})
  ResponseEntity<StreamingResponseBody> download(
      @PathVariable String channel,
      @ParameterObject FeedParameters parameters,
      Read read,
      HttpServletRequest request) {
    followed.require(read, channel);
    FeedChannel found = channels.find(channel);
    if (found == null) {
      throw new ProblemException(
          Problem.of(ProblemType.UNKNOWN_CHANNEL, "There is no such channel.")
              .with("channel", channel));
    }
    boolean encoded = !parameters.isZipped() && acceptsGzip(request);
    Answer answer =
        parameters.kind() == FeedKind.INCREMENTAL
            ? incremental(found, parameters)
            : full(found, read);
    return answer.response(found, parameters, encoded, read);
  }

  /**
   * @param stamp changes whenever the lines would
   */
  private record Answer(
      Consumer<InventoryFile> lines, String stamp, long position, long next, boolean more) {
    ResponseEntity<StreamingResponseBody> response(
        FeedChannel channel, FeedParameters parameters, boolean encoded, Read read) {
      // weak: the same lines, compressed or not
      String tag = "W/\"%s-%d-%08x\"".formatted(stamp, channel.version(), parameters.hashCode());
      HttpHeaders headers = new HttpHeaders();
      headers.setETag(tag);
      headers.setCacheControl("private, no-cache");
      headers.setVary(List.of(HttpHeaders.ACCEPT_ENCODING));
      headers.set(Headers.LEDGER_POSITION, Long.toString(position));
      headers.set(NEXT_AFTER, Long.toString(next));
      headers.set(MORE, Boolean.toString(more));
      if (Reads.isKnown(tag, read)) {
        return ResponseEntity.status(HttpStatus.NOT_MODIFIED).headers(headers).build();
      }
      boolean zipped = parameters.isZipped();
      headers.setContentType(MediaType.parseMediaType(zipped ? GZIP : InventoryFile.MEDIA_TYPE));
      if (encoded) {
        headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
      }
      String kind = parameters.kind() == null ? FeedKind.FULL.word() : parameters.kind().word();
      headers.set(
          HttpHeaders.CONTENT_DISPOSITION,
          "attachment; filename=\"%s-%s.tsv%s\""
              .formatted(channel.channel(), kind, zipped ? ".gz" : ""));
      return ResponseEntity.ok()
          .headers(headers)
          .body(new FeedBody(lines, parameters.pickup(), zipped || encoded));
    }
  }

  private Answer full(FeedChannel channel, Read read) {
    reads.awaitPosition(read, ReadModels.SELLABLE, ReadModels.AVAILABLE);
    long place = feed.placeOfFull();
    long end = log.end();
    long position = offers.position();
    return new Answer(
        file -> feed.full(channel, file, lines -> {}),
        "full-" + position + "-" + end,
        position,
        place,
        false);
  }

  private Answer incremental(FeedChannel channel, FeedParameters parameters) {
    long after = parameters.after() == null ? 0 : parameters.after();
    followed.requireKept(after, "after");
    long position = announcements.position();
    LatestChanges changes = feed.changes(channel.channel(), after);
    followed.requireKept(after, "after"); // nothing was forgotten while they were read
    return new Answer(
        file -> feed.incremental(channel, changes, file),
        "incremental-" + after + "-" + changes.upTo(),
        position,
        changes.upTo(),
        !changes.isAll());
  }

  private static boolean acceptsGzip(HttpServletRequest request) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    return accepted != null
        && accepted
            .toLowerCase(Locale.ROOT)
            .replace(" ", "")
            .matches("(.*,)?gzip(;q=(1(\\.0*)?|0\\.0*[1-9][0-9]*))?(,.*)?");
  }
}
