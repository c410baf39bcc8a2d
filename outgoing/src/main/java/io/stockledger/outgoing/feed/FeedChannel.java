package io.stockledger.outgoing.feed;

import java.util.Map;

/**
 * What a feed has to know of a channel.
 *
 * @param storeCodes how it calls locations; those not named are called by their id
 * @param version of the channel and its rules
 */
public record FeedChannel(String channel, Map<String, String> storeCodes, long version) {
  String storeCode(String location) {
    return storeCodes.getOrDefault(location, location);
  }
}
