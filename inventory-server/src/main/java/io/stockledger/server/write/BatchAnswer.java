package io.stockledger.server.write;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of the answer to many commands, for the description; it is made as bytes.
 *
 * @param position where the ledger was when the last of them was decided
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchAnswer(List<AnswerToOne> items, long position) {

  /**
   * What became of one command; a line of its own in an answer in lines.
   *
   * @param index its place in the request, from 0
   * @param key its own, or the one that was made for it
   * @param status that its single request would have had
   * @param position of its last entry, or where the ledger was; absent without a decision
   * @param replayed true for the answer to a repeat
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record AnswerToOne(
      int index,
      @Nullable String key,
      int status,
      @Nullable Long position,
      @Nullable String location,
      @Nullable Boolean replayed,
      @Schema(oneOf = {WriteAnswer.class, TotalAnswer.class, RegistryAnswer.class})
          @Nullable Object answer,
      @Schema(ref = "#/components/schemas/Problem") @Nullable Object problem) {}
}
