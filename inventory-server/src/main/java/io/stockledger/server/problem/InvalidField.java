package io.stockledger.server.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One fault of a request.
 *
 * @param field where, such as {@code lines[2].quantity}, a parameter or a header by its name
 * @param what what is wrong with it
 * @param given what was sent, shortened, absent where nothing was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InvalidField(String field, String what, @Nullable Object given) {}
