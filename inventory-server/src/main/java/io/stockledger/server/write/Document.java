package io.stockledger.server.write;

import io.stockledger.api.Reference;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A document of another system, such as an order. */
public record Document(
    @NotBlank @Size(max = Reference.MAX_TYPE_LENGTH) String type,
    @NotBlank @Size(max = Reference.MAX_ID_LENGTH) String id) {

  public Reference reference() {
    return new Reference(type, id);
  }
}
