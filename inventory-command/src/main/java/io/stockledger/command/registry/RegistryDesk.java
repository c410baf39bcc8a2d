package io.stockledger.command.registry;

/** What the rules of the registry may look at beside the entry itself. */
public record RegistryDesk(Places places, StockOnBooks stock, AliasRegister aliases) {}
