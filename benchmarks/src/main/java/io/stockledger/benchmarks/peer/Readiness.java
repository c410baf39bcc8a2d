package io.stockledger.benchmarks.peer;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells, where the product does, that the server is up. */
@RestController
class Readiness {
  @GetMapping("/actuator/health/readiness")
  String ready() {
    return "ready";
  }
}
