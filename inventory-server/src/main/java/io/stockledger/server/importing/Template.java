package io.stockledger.server.importing;

import java.util.Optional;

/** Files to begin with. */
final class Template {
  private static final String CSV =
      """
      type,location,sku,quantity,condition,reason,occurredAt,referenceType,referenceId,note,name
      count,WAREHOUSE-1,85123A,120,good,,2026-01-02T08:00:00Z,,,opening stock,White heart holder
      count,WAREHOUSE-1,71053,0,good,,2026-01-02T08:00:00Z,,,opening stock,White metal lantern
      receive,WAREHOUSE-1,71053,48,good,,2026-01-02T10:30:00Z,delivery-note,4711,,
      pick,WAREHOUSE-1,85123A,6,,,2026-01-02T11:05:00Z,order,536365,,
      return,WAREHOUSE-1,85123A,1,damaged,,2026-01-03T09:00:00Z,order,536365,,
      adjust,WAREHOUSE-1,71053,-2,good,SHRINK,2026-01-03T17:00:00Z,,,,
      """;

  private static final String NDJSON =
      """
      {"type":"count","location":"WAREHOUSE-1","sku":"85123A","quantity":120,"occurredAt":"2026-01-02T08:00:00Z","note":"opening stock","name":"White heart holder"}
      {"type":"receive","location":"WAREHOUSE-1","sku":"71053","quantity":48,"occurredAt":"2026-01-02T10:30:00Z","referenceType":"delivery-note","referenceId":"4711"}
      {"type":"pick","location":"WAREHOUSE-1","sku":"85123A","quantity":6,"occurredAt":"2026-01-02T11:05:00Z","referenceType":"order","referenceId":"536365"}
      {"type":"return","location":"WAREHOUSE-1","sku":"85123A","quantity":1,"condition":"damaged","occurredAt":"2026-01-03T09:00:00Z"}
      {"type":"adjust","location":"WAREHOUSE-1","sku":"71053","quantity":-2,"reason":"SHRINK","occurredAt":"2026-01-03T17:00:00Z"}
      """;

  private static final String LOCATIONS =
      """
      location,name,kind,timeZone,latitude,longitude,opening,countAccuracyPerMille,transferTimes,groups,sources,pool,poolLocations,aliases
      WAREHOUSE-1,Warehouse North,warehouse,Europe/London,53.4808,-2.2426,MONDAY-FRIDAY 06:00-22:00/18:00,985,PT48H|STORE-7=PT4H,UK,count=PT24H|WMS=PT2H/PT15M,,,WMS:0001
      STORE-7,London Road,store,Europe/London,51.5074,-0.1278,MONDAY-SATURDAY 09:00-18:00/15:00|SUNDAY 11:00-16:00,,PT6H,UK|SOUTH,count=PT24H|POS=PT1H/PT5M,,,POS:7|ERP:GB/0007
      ONLINE,Online,virtual,Europe/London,,,,,,,,sum,WAREHOUSE-1|STORE-7,
      OUTLET,Outlet,virtual,Europe/London,,,,,,,,ring-fenced,,
      """;

  private static final String PRODUCTS =
      """
      sku,name,baseUnit,parent,options,gtin,categoryPath,velocityClass,tags,aliases
      85123A,White heart holder,piece,,,4006381333931,Home/Decoration,A,gift|heart,ERP:100/85123-A
      85123A-R,Red heart holder,piece,85123A,colour=red,96385074,Home/Decoration,B,gift,
      """;

  private Template() {}

  /** Empty for a format that has none. */
  static Optional<String> of(String format) {
    return switch (format) {
      case "csv" -> Optional.of(CSV);
      case "ndjson" -> Optional.of(NDJSON);
      case "locations" -> Optional.of(LOCATIONS);
      case "products" -> Optional.of(PRODUCTS);
      default -> Optional.empty();
    };
  }
}
