/**
 * The log of changes as it is sent to those who follow it. Start at {@link
 * io.stockledger.outgoing.stream.ChangeStreams}.
 *
 * <p>May use: {@code io.stockledger.outgoing.change}, {@code io.stockledger.api}, Jackson. Knows no
 * HTTP beyond the text of an event stream.
 */
@NullMarked
package io.stockledger.outgoing.stream;

import org.jspecify.annotations.NullMarked;
