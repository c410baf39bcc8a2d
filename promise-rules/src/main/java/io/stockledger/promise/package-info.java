/**
 * What a channel may promise of an item, and how sure that is. Pure functions: the guard of a
 * reserve, the answers, the announcements and the previews all ask {@link
 * io.stockledger.promise.Promising}, so that none of them can differ from another.
 *
 * <p>May use: {@code io.stockledger.api}, the JDK.
 */
@NullMarked
package io.stockledger.promise;

import org.jspecify.annotations.NullMarked;
