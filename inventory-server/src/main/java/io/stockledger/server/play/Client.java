package io.stockledger.server.play;

/** The clients of the demo, one for each kind of user. */
enum Client {
  TILL("demo-till", "associate"),
  STAFF("demo-staff", "associate"),
  MANAGER("demo-manager", "manager"),
  WEB("demo-web", "integration"),
  WMS("demo-wms", "integration"),
  AUDITOR("demo-auditor", "auditor"),
  OPERATOR("demo-operator", "operator");

  private final String id;
  private final String role;

  Client(String id, String role) {
    this.id = id;
    this.role = role;
  }

  String id() {
    return id;
  }

  String role() {
    return role;
  }
}
