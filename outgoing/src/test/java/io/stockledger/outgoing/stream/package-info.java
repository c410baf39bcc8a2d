@NullMarked
package io.stockledger.outgoing.stream;

import org.jspecify.annotations.NullMarked;
