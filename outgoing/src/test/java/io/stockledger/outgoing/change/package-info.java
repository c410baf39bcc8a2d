@NullMarked
package io.stockledger.outgoing.change;

import org.jspecify.annotations.NullMarked;
