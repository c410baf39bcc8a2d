package io.stockledger.server.play;

import java.util.Locale;

/** The channels that the shops of the day sell through. */
enum Outlet {
  /** Ships from warehouses, lets customers fetch in stores. */
  WEB,
  /** The marketplace, which knows everything by other names. */
  MARKET,
  /** For customers on their way to a store. */
  APP;

  /** Days do not meet: each has channels of its own. */
  String id(DayPlan plan) {
    return plan.run() + "-" + word();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String path(DayPlan plan) {
    return "/v1/channels/" + id(plan);
  }
}
