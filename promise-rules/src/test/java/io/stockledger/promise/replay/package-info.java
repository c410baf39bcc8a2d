/** Tests of what was in force at a past moment. */
@NullMarked
package io.stockledger.promise.replay;

import org.jspecify.annotations.NullMarked;
