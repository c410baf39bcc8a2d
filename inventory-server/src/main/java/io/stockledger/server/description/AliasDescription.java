package io.stockledger.server.description;

import io.stockledger.api.Identifiers;
import io.stockledger.server.http.Aliases;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says that {@code source:id} may stand where an id of a location or product may. */
final class AliasDescription {
  /** An id of the ledger, or a source in the same form, a colon, and an id of the source. */
  private static final String PATTERN =
      Identifiers.PATTERN.substring(0, Identifiers.PATTERN.length() - 1) + "(:.{1,200})?$";

  private AliasDescription() {}

  static void complete(OpenAPI api) {
    api.getComponents().getSchemas().values().forEach(AliasDescription::complete);
    api.getPaths()
        .values()
        .forEach(
            path ->
                path.readOperations().stream()
                    .filter(operation -> operation.getParameters() != null)
                    .flatMap(operation -> operation.getParameters().stream())
                    .forEach(AliasDescription::complete));
  }

  @SuppressWarnings("rawtypes") // as the library has them
  private static void complete(Schema schema) {
    Map<?, ?> properties = schema.getProperties();
    if (properties != null) {
      properties.forEach((name, value) -> complete(name.toString(), (Schema) value));
    }
  }

  private static void complete(Parameter parameter) {
    complete(parameter.getName(), parameter.getSchema());
  }

  @SuppressWarnings("rawtypes") // as the library has them
  private static void complete(String name, @Nullable Schema schema) {
    if (schema == null || !Aliases.mayStandUnder(name)) {
      return;
    }
    if (Identifiers.PATTERN.equals(schema.getPattern())) {
      schema.setPattern(PATTERN);
    }
    complete(name, schema.getItems());
  }
}
