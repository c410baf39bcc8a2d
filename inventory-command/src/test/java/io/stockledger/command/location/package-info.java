/** Rules of locations. */
@NullMarked
package io.stockledger.command.location;

import org.jspecify.annotations.NullMarked;
