package io.stockledger.api.stock;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;

/** How units were counted. */
public enum CountMethod {
  @JsonProperty("barcode")
  BARCODE,
  @JsonProperty("RFID")
  @JsonAlias("rfid")
  RFID,
  @JsonProperty("manual")
  MANUAL
}
