package io.stockledger.server.play;

import java.util.List;

/**
 * What one actor does all day.
 *
 * @param name unique within the day; keys are made from it
 * @param opening before the doors open
 * @param halfHours steps by half-hour, in order
 */
record ActorScript(String name, Client client, List<Step> opening, List<List<Step>> halfHours) {}
