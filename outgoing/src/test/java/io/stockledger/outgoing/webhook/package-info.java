@NullMarked
package io.stockledger.outgoing.webhook;

import org.jspecify.annotations.NullMarked;
