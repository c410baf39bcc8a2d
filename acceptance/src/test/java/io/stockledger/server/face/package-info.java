/**
 * The whole face: what it takes, what it refuses, who may, and that its description is true. Start
 * at {@link io.stockledger.server.face.FuzzTest}; uses {@link
 * io.stockledger.server.journey.RunningServer}.
 */
@NullMarked
package io.stockledger.server.face;

import org.jspecify.annotations.NullMarked;
