/** Settings of servers under torture: limits that would only keep the torturer out are out of the way. */
export const TORTURE_SETTINGS = {
  JOIN_RATE: "0",
  REQUEST_RATE: "0",
  CONNECTIONS: "100000",
  CONNECTIONS_PER_ADDRESS: "100000",
  IDLE_SECONDS: "0",
  LOG_LEVEL: "error",
} as const;
