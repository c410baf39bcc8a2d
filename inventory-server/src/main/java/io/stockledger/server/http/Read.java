package io.stockledger.server.http;

import io.stockledger.server.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * What a read says in its headers, checked.
 *
 * @param minPosition the position that the answer must know
 * @param ifNoneMatch the {@code ETag}s that the caller has
 */
public record Read(Caller caller, @Nullable Long minPosition, @Nullable String ifNoneMatch) {}
