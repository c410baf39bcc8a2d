@NullMarked
package io.stockledger.outgoing.feed;

import org.jspecify.annotations.NullMarked;
