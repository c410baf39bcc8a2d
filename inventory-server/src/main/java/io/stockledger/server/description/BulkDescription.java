package io.stockledger.server.description;

import io.stockledger.server.bulk.CommandForms;
import io.stockledger.server.http.Batch;
import io.stockledger.server.http.Headers;
import io.stockledger.server.write.BatchAnswer;
import io.stockledger.server.write.CommandForm;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Describes requests of many commands, whose elements are what single requests are. */
final class BulkDescription {
  private static final String COMMANDS = "Commands";
  private static final String COMMAND = "Command";
  private static final String LINES = "application/x-ndjson";
  private static final String ID = "^[A-Za-z0-9._~-]{1,64}$";

  private BulkDescription() {}

  /** The body, and what is asked beside it. */
  static void complete(Operation operation) {
    Schema<Object> mode = typed("string");
    mode.setEnum(
        Stream.of(Batch.Mode.values())
            .map(value -> (Object) value.name().toLowerCase(Locale.ROOT))
            .toList());
    operation.addParametersItem(
        new Parameter()
            .in("query")
            .name("mode")
            .required(true)
            .description("each command for itself, or all or none")
            .schema(mode));
    operation.setRequestBody(
        new RequestBody()
            .required(true)
            .content(
                new Content()
                    .addMediaType("application/json", body(COMMANDS))
                    .addMediaType(LINES, body(COMMAND))));
    ApiResponse each = new ApiResponse().description("each has its own status (independent)");
    each.setContent(
        new Content()
            .addMediaType("application/json", body(BatchAnswer.class.getSimpleName()))
            .addMediaType(LINES, body(BatchAnswer.AnswerToOne.class.getSimpleName())));
    each.addHeaderObject(
        Headers.LEDGER_POSITION,
        DescriptionConfiguration.told("the highest of its commands; not on an answer in lines"));
    each.addHeaderObject(
        "Retry-After", DescriptionConfiguration.told("seconds; where some should come again"));
    operation.getResponses().addApiResponse("207", each);
  }

  private static MediaType body(String schema) {
    return new MediaType().schema(reference(schema));
  }

  static void addSchemas(Components components) {
    Schema<Object> command = new Schema<>();
    CommandForms.all()
        .forEach(
            form -> {
              String name = nameOf(form) + COMMAND;
              components.addSchemas(name, element(form, components));
              command.addOneOfItem(reference(name));
            });
    components.addSchemas(COMMAND, command);
    Schema<Object> commands = typed("array");
    commands.setItems(reference(COMMAND));
    commands.setMinItems(1);
    commands.setMaxItems(Batch.MOST);
    components.addSchemas(COMMANDS, commands);
  }

  /** By its body; of the registry, where several share one, by its type. */
  private static String nameOf(CommandForm form) {
    return form instanceof CommandForm.OnRegistry<?>
        ? Stream.of(form.type().split("-"))
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining())
        : form.request().getSimpleName().replace("Request", "");
  }

  /** What stands in the address and the headers of the single request, and its body. */
  private static Schema<?> element(CommandForm form, Components components) {
    Schema<Object> element = typed("object");
    List<String> required = new ArrayList<>(List.of("type"));
    Schema<Object> type = typed("string");
    type.setEnum(List.of(form.type()));
    element.addProperty("type", type);
    element.addProperty("key", matching("^" + Headers.KEY_PATTERN + "$"));
    switch (form) {
      case CommandForm.OnItem ignored -> {
        element.addProperty("ifVersion", typed("integer"));
        element.addProperty("location", matching(ID));
        element.addProperty("sku", matching(ID));
        required.addAll(List.of("location", "sku"));
      }
      case CommandForm.OnDiscrepancy ignored -> {
        element.addProperty("ifVersion", typed("integer"));
        for (String name : List.of("location", "sku", "discrepancyId")) {
          element.addProperty(name, matching(ID));
          required.add(name);
        }
      }
      case CommandForm.OnReservation ignored -> {
        element.addProperty("reservationId", matching(ID));
        required.add("reservationId");
      }
      case CommandForm.OnTransfer ignored -> {
        element.addProperty("transferId", matching(ID));
        required.add("transferId");
      }
      case CommandForm.OnInbound ignored -> {
        element.addProperty("inboundId", matching(ID));
        required.add("inboundId");
      }
      case CommandForm.OnRegistry<?> onRegistry -> {
        element.addProperty("ifVersion", typed("integer"));
        element.addProperty(onRegistry.field(), matching(ID));
        required.add(onRegistry.field());
      }
      case CommandForm.OnSeveral ignored -> {}
    }
    addBody(form, components, element, required);
    element.setRequired(required);
    element.setAdditionalProperties(false);
    return element;
  }

  private static void addBody(
      CommandForm form, Components components, Schema<Object> element, List<String> required) {
    ResolvedSchema body =
        ModelConverters.getInstance(true)
            .resolveAsResolvedSchema(new AnnotatedType(form.request()).resolveAsRef(false));
    body.referencedSchemas.forEach(components::addSchemas);
    Schema<?> described = body.schema;
    if (described.getProperties() != null) {
      described.getProperties().forEach(element::addProperty);
    }
    if (described.getRequired() != null) {
      required.addAll(described.getRequired());
    }
  }

  private static Schema<Object> matching(String pattern) {
    Schema<Object> text = typed("string");
    text.setPattern(pattern);
    return text;
  }

  private static Schema<Object> reference(String schema) {
    Schema<Object> reference = new Schema<>();
    reference.set$ref("#/components/schemas/" + schema);
    return reference;
  }

  private static Schema<Object> typed(String type) {
    Schema<Object> schema = new Schema<>();
    schema.setTypes(Set.of(type));
    return schema;
  }
}
