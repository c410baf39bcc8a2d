package io.stockledger.server.channel;

import io.stockledger.api.channel.SwitchQuery.FindSwitch;
import io.stockledger.api.channel.SwitchQuery.FindTrigger;
import io.stockledger.api.channel.SwitchQuery.ListTriggers;
import io.stockledger.api.channel.SwitchView;
import io.stockledger.api.channel.SwitchesView;
import io.stockledger.api.channel.TriggerView;
import io.stockledger.api.channel.TriggersView;
import io.stockledger.server.http.Read;
import io.stockledger.server.read.PageParameters;
import io.stockledger.server.read.ReadModels;
import io.stockledger.server.read.Reads;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is off, by whom and why, and what pulls it by itself. */
@RestController
@RequestMapping(path = "/v1/switches", produces = MediaType.APPLICATION_JSON_VALUE)
class SwitchReads {
  private final Reads reads;

  SwitchReads(Reads reads) {
    this.reads = reads;
  }

  @GetMapping
  @Requires(Scope.REGISTRY_READ)
  ResponseEntity<SwitchesView> list(@ParameterObject SwitchParameters parameters, Read read) {
    return reads.answer(parameters.query(), read, ReadModels.REGISTRY);
  }

  @GetMapping("/{id}")
  @Requires(Scope.REGISTRY_READ)
  ResponseEntity<SwitchView> one(@PathVariable String id, Read read) {
    return reads.answer(new FindSwitch(id), read, ReadModels.REGISTRY);
  }

  @GetMapping("/triggers")
  @Requires(Scope.REGISTRY_READ)
  ResponseEntity<TriggersView> triggers(@ParameterObject PageParameters parameters, Read read) {
    return reads.answer(new ListTriggers(parameters.page()), read, ReadModels.REGISTRY);
  }

  @GetMapping("/triggers/{id}")
  @Requires(Scope.REGISTRY_READ)
  ResponseEntity<TriggerView> trigger(@PathVariable String id, Read read) {
    return reads.answer(new FindTrigger(id), read, ReadModels.REGISTRY);
  }
}
