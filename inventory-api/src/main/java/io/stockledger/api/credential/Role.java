package io.stockledger.api.credential;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Optional;

/** What kind of user a credential is for; the HTTP face maps each to the verbs it may use. */
public enum Role {
  /** Store staff: moves stock, counts it, corrects it for a listed reason. */
  @JsonProperty("associate")
  ASSOCIATE("associate"),
  /** Also reverses entries, adjusts for other reasons, states facts behind the late window. */
  @JsonProperty("manager")
  MANAGER("manager"),
  /** A POS, WMS, OMS or connector: all movements, promises and the registry. */
  @JsonProperty("integration")
  INTEGRATION("integration"),
  /** A channel app: reads what it may offer and reserves through its channel. */
  @JsonProperty("channel")
  CHANNEL("channel"),
  /** Reads everything, changes nothing. */
  @JsonProperty("auditor")
  AUDITOR("auditor"),
  /** Runs the ledger: credentials, registry, projections. */
  @JsonProperty("operator")
  OPERATOR("operator");

  private final String word;

  Role(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  public static Optional<Role> ofWord(String word) {
    return Arrays.stream(values()).filter(r -> r.word.equals(word)).findFirst();
  }
}
