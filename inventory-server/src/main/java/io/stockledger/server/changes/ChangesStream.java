package io.stockledger.server.changes;

import io.stockledger.outgoing.stream.ChangeStream;
import io.stockledger.outgoing.stream.ChangeStreams;
import io.stockledger.outgoing.stream.TooManyStreams;
import io.stockledger.server.http.Read;
import io.stockledger.server.http.RefusesWith;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.security.Caller;
import io.stockledger.server.security.Credentials;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Changes as server-sent events. The request's own thread, a virtual one, writes them for as long
 * as the stream is open.
 */
@RestController
class ChangesStream {
  private static final Logger LOG = LoggerFactory.getLogger(ChangesStream.class);
  private static final String LAST_EVENT_ID = "Last-Event-ID";
  private static final Pattern ID = Pattern.compile("[0-9]{1,16}");

  private final FollowedChannels channels;
  private final ChangeStreams streams;
  private final Credentials credentials;

  ChangesStream(FollowedChannels channels, ChangeStreams streams, Credentials credentials) {
    this.channels = channels;
    this.streams = streams;
    this.credentials = credentials;
  }

  @GetMapping(path = "/v1/channels/{channel}/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Requires(Scope.AVAILABILITY_READ)
  @RefusesWith({409, 410})
  void stream(
      @PathVariable String channel,
      @ParameterObject ChangesParameters parameters,
      Read read,
      HttpServletRequest request,
      HttpServletResponse response)
      throws InterruptedException {
    parameters.requireStream();
    channels.require(read, channel);
    try (ChangeStream stream =
        streams.open(channel, after(request, parameters), parameters.interest())) {
      response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      response.setHeader("X-Accel-Buffering", "no"); // a proxy in between is not to collect them
      stream.writeTo(response.getOutputStream(), () -> isAllowed(read.caller()));
    } catch (TooManyStreams e) {
      throw FollowedChannels.full();
    } catch (IOException e) {
      LOG.debug("a reader of {} is gone", channel, e);
    }
  }

  /** As far as is known: while the store is gone nobody can be looked up. */
  private boolean isAllowed(Caller caller) {
    try {
      return credentials.isStillGood(caller);
    } catch (RuntimeException e) {
      LOG.debug("cannot look up {} now", caller.credentialId(), e);
      return true;
    }
  }

  /** What a client that comes back says in the header is newer than what its address says. */
  private @Nullable Long after(HttpServletRequest request, ChangesParameters parameters) {
    String last = request.getHeader(LAST_EVENT_ID);
    if (last == null || last.isEmpty()) {
      if (parameters.after() != null) {
        channels.requireKept(parameters.after(), "after");
      }
      return parameters.after();
    }
    if (!ID.matcher(last).matches()) {
      throw Faults.one(LAST_EVENT_ID, "must be the id of an event", last);
    }
    channels.requireKept(Long.parseLong(last), LAST_EVENT_ID);
    return Long.valueOf(last);
  }
}
