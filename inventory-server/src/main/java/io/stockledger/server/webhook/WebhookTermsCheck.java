package io.stockledger.server.webhook;

import io.stockledger.outgoing.webhook.Addresses;
import io.stockledger.server.http.Recorded;
import io.stockledger.server.http.Write;
import io.stockledger.server.preview.KnownChannels;
import io.stockledger.server.problem.ProblemException;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether the channels of terms are there, and whether anything is sent to their address. */
@Component
class WebhookTermsCheck {
  private final KnownChannels channels;
  private final Addresses addresses;
  private final Recorded recorded;

  WebhookTermsCheck(KnownChannels channels, Addresses addresses, Recorded recorded) {
    this.channels = channels;
    this.addresses = addresses;
    this.recorded = recorded;
  }

  /**
   * A repeat is answered as it was, whatever is there or stands behind the address by now.
   *
   * @throws ProblemException {@code unknown-channel}, {@code webhook-address-refused}
   */
  void require(WebhookTermsRequest body, Write write) {
    if (recorded.has(write)) {
      return;
    }
    List<String> named = body.channels();
    if (named != null) {
      named.forEach(channel -> channels.require(channel, write.at()));
    }
    WebhookProblems.requireAllowed(addresses, String.valueOf(body.url()));
  }
}
