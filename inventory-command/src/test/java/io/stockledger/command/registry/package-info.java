/** What tests of the registry share. */
@NullMarked
package io.stockledger.command.registry;

import org.jspecify.annotations.NullMarked;
