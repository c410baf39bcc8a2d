package io.stockledger.server.projection;

import io.stockledger.api.projection.FindProjections;
import io.stockledger.api.projection.FindRebuild;
import io.stockledger.api.projection.ProjectionsView;
import io.stockledger.api.projection.RebuildView;
import io.stockledger.server.http.Read;
import io.stockledger.server.problem.Problem;
import io.stockledger.server.problem.ProblemException;
import io.stockledger.server.problem.ProblemType;
import io.stockledger.server.read.ReadModels;
import io.stockledger.server.read.Reads;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far the projections are, and the making of the next ones. */
@RestController
@RequestMapping(path = "/v1/projections", produces = MediaType.APPLICATION_JSON_VALUE)
class ProjectionReads {
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

  private final Reads reads;

  ProjectionReads(Reads reads) {
    this.reads = reads;
  }

  @GetMapping
  @Requires(Scope.PROJECTION_READ)
  ResponseEntity<ProjectionsView> projections(Read read) {
    return reads.answer(new FindProjections(), read, ReadModels.LEDGER);
  }

  @GetMapping("/rebuilds/{id}")
  @Requires(Scope.PROJECTION_READ)
  ResponseEntity<RebuildView> rebuild(@PathVariable String id, Read read) {
    if (!NUMBER.matcher(id).matches()) {
      throw new ProblemException(
          Problem.of(ProblemType.UNKNOWN_REBUILD, "Rebuilds are numbered.").with("generation", id));
    }
    return reads.answer(new FindRebuild(Integer.parseInt(id)), read, ReadModels.LEDGER);
  }
}
