package io.stockledger.server.description;

import io.stockledger.server.http.Batch;
import io.stockledger.server.http.Headers;
import io.stockledger.server.http.Read;
import io.stockledger.server.http.RefusesWith;
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
import io.swagger.v3.oas.models.headers.Header;
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
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Adds to the description what no signature says: headers, problems, keys. */
@Configuration(proxyBeanMethods = false)
class DescriptionConfiguration {
  private static final String KEY_SCHEME = "apiKey";
  private static final String PROBLEM = "Problem";
  private static final List<Integer> EVERYWHERE = List.of(400, 401, 403, 404, 405, 406, 500, 503);
  private static final List<Integer> ON_WRITES = List.of(409, 413, 415, 422);

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Read.class, Write.class, Batch.class);
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
  OpenApiCustomizer schemas(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> mapping) {
    return api -> {
      api.getComponents().addSchemas(PROBLEM, problem());
      for (Class<?> answer : answersOf(mapping.getObject().getHandlerMethods().values())) {
        ResolvedSchema resolved =
            ModelConverters.getInstance(true)
                .resolveAsResolvedSchema(new AnnotatedType(answer).resolveAsRef(false));
        api.getComponents().addSchemas(answer.getSimpleName(), resolved.schema);
        resolved.referencedSchemas.forEach(api.getComponents()::addSchemas);
      }
      BulkDescription.addSchemas(api.getComponents());
      AliasDescription.complete(api);
    };
  }

  private static Schema<?> errors() {
    Schema<Object> fault = new Schema<>();
    fault.setTypes(Set.of("object"));
    fault.addProperty("field", text());
    fault.addProperty("what", text());
    fault.addProperty("given", new Schema<>());
    fault.addProperty("type", text().description("where the fault has a type of its own"));
    fault.setRequired(List.of("field", "what"));
    fault.setAdditionalProperties(true);
    Schema<Object> errors = new Schema<>();
    errors.setTypes(Set.of("array"));
    errors.setItems(fault);
    return errors.description(
        "every fault, with 400; the problem has their type where all are of the same");
  }

  private static Schema<?> problem() {
    Schema<Object> schema = new Schema<>();
    schema.setTypes(Set.of("object"));
    schema.addProperty("type", text());
    schema.addProperty("title", text());
    schema.addProperty("status", whole());
    schema.addProperty("detail", text());
    schema.addProperty("errors", errors());
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
    Requires requires = method.getMethodAnnotation(Requires.class);
    operation.setDescription(
        "Needs the scope " + (requires == null ? "" : requires.value().word()) + ".");
    ApiResponses responses = operation.getResponses();
    if (has(method, Batch.class)) {
      write(operation, answersOf(method));
      BulkDescription.complete(operation);
    } else if (has(method, Write.class)) {
      write(operation, answersOf(method));
    } else {
      header(operation, Headers.LEDGER_MIN_POSITION, "^[0-9]{1,16}$");
      if (operation.getRequestBody() == null) {
        header(operation, "If-None-Match", null);
        responses.addApiResponse("304", new ApiResponse().description("as the caller has it"));
      } else {
        problem(responses, 415);
      }
      problem(responses, 413);
    }
    EVERYWHERE.forEach(status -> problem(responses, status));
    RefusesWith more = method.getMethodAnnotation(RefusesWith.class);
    if (more != null) {
      Arrays.stream(more.value()).forEach(status -> problem(responses, status));
    }
  }

  private static boolean has(HandlerMethod method, Class<?> parameter) {
    return Arrays.stream(method.getMethodParameters())
        .anyMatch(p -> p.getParameterType() == parameter);
  }

  private static Set<Class<?>> answersOf(Collection<HandlerMethod> methods) {
    return methods.stream()
        .filter(method -> has(method, Write.class) || has(method, Batch.class))
        .map(method -> answersOf(method).value())
        .collect(Collectors.toSet());
  }

  private static AnswersWith answersOf(HandlerMethod method) {
    AnswersWith own = method.getMethodAnnotation(AnswersWith.class);
    return Objects.requireNonNull(
        own == null ? method.getBeanType().getAnnotation(AnswersWith.class) : own,
        () -> method + " does not say what it answers with");
  }

  /** What every write takes, and all that it may answer. */
  private static void write(Operation operation, AnswersWith answers) {
    header(operation, Headers.IDEMPOTENCY_KEY, "^\"?" + Headers.KEY_PATTERN + "\"?$")
        .setDescription("required, but for a dry run");
    operation.addParametersItem(
        new Parameter()
            .in("query")
            .name("dryRun")
            .description("decide and answer, write nothing")
            .schema(typed("boolean")));
    ApiResponses responses = operation.getResponses();
    if (answers.takesVersion()) {
      header(operation, Headers.IF_MATCH, null).setDescription("the version it must have");
      problem(responses, 412);
    }
    responses.addApiResponse("200", answer(answers, "done"));
    if (answers.creates()) {
      responses.addApiResponse(
          "201",
          answer(answers, "something came into being")
              .addHeaderObject("Location", told("where it is")));
    }
    if (answers.accepts()) {
      responses.addApiResponse(
          "202",
          answer(answers, "taken on, and done by and by")
              .addHeaderObject("Location", told("where it is")));
    }
    ON_WRITES.forEach(status -> problem(responses, status));
    for (String status : List.of("404", "409", "412")) {
      if (responses.containsKey(status)) {
        decided(responses.get(status));
      }
    }
  }

  private static ApiResponse answer(AnswersWith answers, String description) {
    MediaType body =
        new MediaType()
            .schema(new Schema<>().$ref("#/components/schemas/" + answers.value().getSimpleName()));
    return decided(
        new ApiResponse()
            .description(description)
            .content(new Content().addMediaType("application/json", body)));
  }

  /** Decisions say where the ledger stood, and whether they were made before. */
  private static ApiResponse decided(ApiResponse response) {
    return response
        .addHeaderObject(
            Headers.LEDGER_POSITION, told("up to where the ledger was when it decided"))
        .addHeaderObject(Headers.IDEMPOTENT_REPLAYED, told("true for the answer to a repeat"));
  }

  static Header told(String description) {
    return new Header().description(description).schema(text());
  }

  private static void problem(ApiResponses responses, int status) {
    List<ProblemType> types =
        Arrays.stream(ProblemType.values()).filter(type -> type.status() == status).toList();
    ApiResponse response =
        new ApiResponse()
            .description(types.stream().map(ProblemType::word).collect(Collectors.joining(", ")))
            .content(
                new Content()
                    .addMediaType(
                        "application/problem+json",
                        new MediaType()
                            .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
    if (status == 503 || status == 409) {
      response.addHeaderObject(
          "Retry-After",
          told(status == 503 ? "seconds" : "seconds; with " + ProblemType.KEY_IN_FLIGHT.word()));
    }
    if (status == 405) {
      response.addHeaderObject("Allow", told("the methods that it takes"));
    }
    responses.addApiResponse(Integer.toString(status), response);
  }

  private static Parameter header(Operation operation, String name, @Nullable String pattern) {
    Schema<?> schema = text();
    schema.setPattern(pattern);
    Parameter header = new Parameter().in("header").name(name).schema(schema);
    boolean known =
        operation.getParameters() != null
            && operation.getParameters().stream().anyMatch(p -> name.equals(p.getName()));
    if (!known) { // one address may have several methods, by the form of the answer
      operation.addParametersItem(header);
    }
    return header;
  }

  private static Schema<?> text() {
    return typed("string");
  }

  private static Schema<?> whole() {
    return typed("integer");
  }

  private static Schema<?> typed(String type) {
    Schema<Object> schema = new Schema<>();
    schema.setTypes(Set.of(type));
    return schema;
  }
}
