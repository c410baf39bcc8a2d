package io.stockledger.server.webhook;

import io.stockledger.outgoing.webhook.Addresses;
import io.stockledger.server.problem.Problem;
import io.stockledger.server.problem.ProblemException;
import io.stockledger.server.problem.ProblemType;
import java.net.UnknownHostException;

/** What is wrong before the ledger is asked. */
final class WebhookProblems {
  private WebhookProblems() {}

  static ProblemException unknown(String webhookId) {
    return new ProblemException(
        Problem.of(ProblemType.UNKNOWN_WEBHOOK, "There is no webhook " + webhookId + ".")
            .with("webhookId", webhookId));
  }

  static ProblemException unknownDelivery(String webhookId, String deliveryId) {
    return new ProblemException(
        Problem.of(
                ProblemType.UNKNOWN_DELIVERY,
                "Nothing is waiting, retried or parked as " + deliveryId + ".")
            .with("webhookId", webhookId)
            .with("deliveryId", deliveryId));
  }

  /**
   * @throws ProblemException {@code webhook-address-refused}
   */
  static void requireAllowed(Addresses addresses, String url) {
    try {
      addresses.check(url);
    } catch (Addresses.RefusedException e) {
      throw refused(url, e.why());
    } catch (UnknownHostException e) {
      throw refused(url, "its host is not found");
    }
  }

  private static ProblemException refused(String url, String why) {
    return new ProblemException(
        Problem.of(ProblemType.WEBHOOK_ADDRESS_REFUSED, "Nothing is sent there: " + why + ".")
            .with("url", url)
            .with("why", why));
  }
}
