@NullMarked
package io.stockledger.command.device;

import org.jspecify.annotations.NullMarked;
