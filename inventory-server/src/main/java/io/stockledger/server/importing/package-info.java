/**
 * The importer: opening stock and movements from a file, sent through the public HTTP face with
 * idempotency keys made from the file's content and the line, so that a broken-off import is simply
 * run again. Start at {@link io.stockledger.server.importing.ImportCommand}; how a line is read is
 * in the {@link io.stockledger.server.importing.Format}s.
 *
 * <p>May use: {@code io.stockledger.server.client}, the JDK and Jackson.
 */
@NullMarked
package io.stockledger.server.importing;

import org.jspecify.annotations.NullMarked;
