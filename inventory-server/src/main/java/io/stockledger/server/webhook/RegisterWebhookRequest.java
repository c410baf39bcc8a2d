package io.stockledger.server.webhook;

import io.stockledger.api.Identifiers;
import io.stockledger.api.webhook.WebhookTerms;
import io.stockledger.server.http.Checked;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tell an address what happens, from now on or from a place on.
 *
 * @param url https, of a public host
 * @param channels whose changes are told
 * @param entries which entries of the ledger are told, by name or the beginning of names
 * @param locations only of these; none means all
 * @param skus only of these; none means all
 * @param afterPosition entries beyond it are told; none means from now on
 * @param afterChange changes beyond it are told; none means from now on
 */
record RegisterWebhookRequest(
    @NotNull @Size(min = 1, max = WebhookTerms.LONGEST_URL) String url,
    @Nullable @Size(max = WebhookTerms.MOST_OF_EACH)
        List<@NotNull @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String> channels,
    @Nullable @Size(max = WebhookTerms.MOST_OF_EACH)
        List<@NotNull @Pattern(regexp = PATTERN, message = PATTERN_SAID) String> entries,
    @Nullable @Size(max = WebhookTerms.MOST_FILTERED)
        List<@NotNull @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String> locations,
    @Nullable @Size(max = WebhookTerms.MOST_FILTERED)
        List<@NotNull @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String> skus,
    @Nullable @Size(min = 1, max = WebhookTerms.LONGEST_NOTE) String note,
    @Nullable @Min(0) @Max(POSITIONS) Long afterPosition,
    @Nullable @Min(0) @Max(POSITIONS) Long afterChange)
    implements Checked, WebhookTermsRequest {
  /** Far beyond every place there will ever be. */
  static final long POSITIONS = 1_000_000_000_000_000L;

  @Override
  public void check(Faults faults, String path) {
    checkTerms(faults);
  }
}
