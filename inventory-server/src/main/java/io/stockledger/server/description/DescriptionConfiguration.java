package io.stockledger.server.description;

import io.stockledger.server.http.Headers;
import io.stockledger.server.http.Read;
import io.stockledger.server.http.Write;
import io.stockledger.server.problem.ProblemType;
import io.stockledger.server.security.Requires;
import io.stockledger.server.write.AnswersWith;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

/** Adds to the description what no signature says: headers, problems, keys. */
@Configuration(proxyBeanMethods = false)
class DescriptionConfiguration {
  private static final String KEY_SCHEME = "apiKey";
  private static final String PROBLEM = "Problem";
  private static final List<Integer> EVERYWHERE = List.of(400, 401, 403, 404, 405, 406, 503);
  private static final List<Integer> ON_WRITES = List.of(409, 412, 413, 415, 422);

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Read.class, Write.class);
  }

  @Bean
  OpenAPI face() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Stockledger")
                .version("v1")
                .description("The inventory ledger: how much of what is where, and promised."))
        .addSecurityItem(new SecurityRequirement().addList(KEY_SCHEME))
        .components(
            new Components()
                .addSecuritySchemes(
                    KEY_SCHEME,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("slk_<credentialId>_<secret>")));
  }

  /** The form of every problem, and of the answers that go as bytes. */
  @Bean
  OpenApiCustomizer schemas() {
    return api -> {
      api.getComponents().addSchemas(PROBLEM, problem());
      for (Class<?> answer :
          List.of(
              io.stockledger.server.write.WriteAnswer.class,
              io.stockledger.server.write.RegistryAnswer.class,
              io.stockledger.server.write.CredentialAnswer.class)) {
        ResolvedSchema resolved =
            ModelConverters.getInstance(true)
                .resolveAsResolvedSchema(new AnnotatedType(answer).resolveAsRef(false));
        api.getComponents().addSchemas(answer.getSimpleName(), resolved.schema);
        resolved.referencedSchemas.forEach(api.getComponents()::addSchemas);
      }
    };
  }

  private static Schema<?> problem() {
    Schema<Object> schema = new Schema<>();
    schema.setTypes(java.util.Set.of("object"));
    schema.addProperty("type", text());
    schema.addProperty("title", text());
    schema.addProperty("status", whole());
    schema.addProperty("detail", text());
    schema.setRequired(List.of("type", "title", "status", "detail"));
    schema.setAdditionalProperties(true);
    return schema;
  }

  @Bean
  OperationCustomizer headersAndProblems() {
    return (operation, method) -> {
      if (method.hasMethodAnnotation(Requires.class)) {
        complete(operation, method);
      }
      return operation;
    };
  }

  private static void complete(Operation operation, HandlerMethod method) {
    boolean write =
        Arrays.stream(method.getMethodParameters())
            .anyMatch(p -> p.getParameterType() == Write.class);
    boolean body = operation.getRequestBody() != null;
    Requires requires = method.getMethodAnnotation(Requires.class);
    operation.setDescription(
        "Needs the scope " + (requires == null ? "" : requires.value().word()) + ".");
    if (write) {
      header(operation, Headers.IDEMPOTENCY_KEY, "^\"?" + Headers.KEY_PATTERN + "\"?$");
      header(operation, Headers.IF_MATCH, null);
      operation.addParametersItem(
          new Parameter()
              .in("query")
              .name("dryRun")
              .description("decide and answer, write nothing")
              .schema(typed("boolean")));
    } else {
      header(operation, Headers.LEDGER_MIN_POSITION, "^[0-9]{1,16}$");
      header(operation, "If-None-Match", null);
    }
    responses(operation, method, write, body);
  }

  private static void responses(
      Operation operation, HandlerMethod method, boolean write, boolean body) {
    ApiResponses responses = operation.getResponses();
    AnswersWith answers = method.getMethodAnnotation(AnswersWith.class);
    if (answers == null) {
      answers = method.getBeanType().getAnnotation(AnswersWith.class);
    }
    if (write && answers != null) {
      Content content =
          new Content()
              .addMediaType(
                  "application/json",
                  new MediaType()
                      .schema(
                          new Schema<>()
                              .$ref("#/components/schemas/" + answers.value().getSimpleName())));
      responses.addApiResponse("200", new ApiResponse().description("done").content(content));
      responses.addApiResponse(
          "201", new ApiResponse().description("something came into being").content(content));
    } else {
      responses.addApiResponse("304", new ApiResponse().description("as the caller has it"));
    }
    EVERYWHERE.forEach(status -> problem(responses, status));
    if (write) {
      ON_WRITES.forEach(status -> problem(responses, status));
    } else {
      problem(responses, 413);
      if (body) {
        problem(responses, 415);
      }
    }
  }

  private static void problem(ApiResponses responses, int status) {
    String types =
        Arrays.stream(ProblemType.values())
            .filter(type -> type.status() == status)
            .map(ProblemType::word)
            .collect(Collectors.joining(", "));
    responses.addApiResponse(
        Integer.toString(status),
        new ApiResponse()
            .description(types)
            .content(
                new Content()
                    .addMediaType(
                        "application/problem+json",
                        new MediaType()
                            .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)))));
  }

  private static void header(
      Operation operation, String name, @org.jspecify.annotations.Nullable String pattern) {
    Schema<?> schema = text();
    schema.setPattern(pattern);
    operation.addParametersItem(new Parameter().in("header").name(name).schema(schema));
  }

  private static Schema<?> text() {
    return typed("string");
  }

  private static Schema<?> whole() {
    return typed("integer");
  }

  private static Schema<?> typed(String type) {
    Schema<Object> schema = new Schema<>();
    schema.setTypes(java.util.Set.of(type));
    return schema;
  }
}
