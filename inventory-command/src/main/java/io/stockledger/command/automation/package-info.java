/**
 * What the ledger does by itself, again and again. Start at {@link
 * io.stockledger.command.automation.WhenDueThenAct}.
 *
 * <p>May use: Spring's life cycle, and nothing of ours.
 */
@NullMarked
package io.stockledger.command.automation;

import org.jspecify.annotations.NullMarked;
