package io.stockledger.ledger;

import java.util.Collection;

/**
 * Something that commands of a batch change in memory first. What a command stages belongs to the
 * batch once the command succeeded, and to everybody once the batch is durable. One batch may be on
 * its way while the next is decided on top of it. All calls come from the decider.
 */
interface BatchPart {

  /** Whether a command that loads this stream finds it in memory. */
  default boolean holds(String stream) {
    return false;
  }

  /**
   * The command succeeded: what it staged counts for the following ones.
   *
   * @param position of its last event, or of the head if it has none
   */
  void accept(long position);

  /** The command failed, or was only a trial: what it staged never was. */
  void reject();

  /** What commands succeed in from here on can be taken back. */
  void mark();

  /** Forgets the mark; all stays as it is. */
  void keep();

  /** All is as it was at the mark. */
  void takeBack();

  /** The batch is complete and on its way to the database: what comes now belongs to the next. */
  void takeOff();

  /** The batch that took off is durable. */
  void durable();

  /** All that is not yet durable is lost: the batch that took off, and the one built on it. */
  void lost();

  /** Other writers wrote to these streams since the last batch. */
  void writtenElsewhere(Collection<String> streams);

  /** Nothing that is remembered can be trusted. */
  void forget();
}
