package io.stockledger.api.device;

import io.stockledger.api.Refusal;

/** Why a line is refused for what it is, whatever it says of stock. */
public sealed interface DeviceRefusal extends Refusal {
  /**
   * The sequence came before with other content.
   *
   * @param nextSequence the lowest that is neither settled nor passed
   */
  record SequenceReused(String device, long sequence, long nextSequence) implements DeviceRefusal {
    @Override
    public String type() {
      return "sequence-reused";
    }
  }
}
