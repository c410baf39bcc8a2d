package io.stockledger.server.write;

import io.stockledger.api.Identifiers;
import io.stockledger.api.alias.Alias;
import io.stockledger.server.http.Checked;
import io.stockledger.server.problem.Faults;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What another system calls a place or a product. */
public record AliasRequest(
    @NotNull @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String source,
    @NotEmpty @Size(max = Alias.MAX_LENGTH) String id)
    implements Checked {

  @Override
  public void check(Faults faults, String path) {
    if (Alias.GTIN.equals(source)) {
      faults.add("source", "is that of the field gtin of products", source);
    }
  }

  public Alias alias() {
    return new Alias(source, id);
  }
}
