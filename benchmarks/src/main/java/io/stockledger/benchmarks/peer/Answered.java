package io.stockledger.benchmarks.peer;

/**
 * What a peer answers to a command.
 *
 * @param status of HTTP
 * @param body JSON
 */
record Answered(int status, String body) {}
