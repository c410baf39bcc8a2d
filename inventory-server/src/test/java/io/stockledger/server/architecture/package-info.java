/**
 * The boundaries that the modules and packages keep. Each rule says in its {@code because} how to
 * comply. Start at {@link io.stockledger.server.architecture.ArchitectureTest}.
 */
@NullMarked
package io.stockledger.server.architecture;

import org.jspecify.annotations.NullMarked;
