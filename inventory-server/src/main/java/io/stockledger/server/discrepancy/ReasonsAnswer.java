package io.stockledger.server.discrepancy;

import io.stockledger.api.stock.DiscrepancyReason;
import java.util.List;

/** The reasons that this ledger takes, as they are set. */
record ReasonsAnswer(List<DiscrepancyReason> items) {}
