import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { inject } from "vitest";

/** What stands behind the shop, for scenarios that need it otherwise than it is. */

/** Makes things go wrong (or wait) as `./stampede up --faults` does; nothing ends it. */
export async function setFaults(rules: string): Promise<void> {
  const token = await readFile(join(inject("state"), "data/local-token"), "utf8");
  const headers = { "X-Local-Token": token };
  const response = await fetch(`${inject("site")}/_local/faults`, { method: "PUT", headers, body: rules });
  if (!response.ok) throw new Error(`faults ${rules}: ${await response.text()}`);
}

/** How many units can be bought, whatever was sold before. */
export async function setStock(sku: string, available: number): Promise<void> {
  await aws("DynamoDB_20120810.UpdateItem", {
    TableName: "Stock",
    Key: { sku: { S: sku } },
    UpdateExpression: "SET available = :available",
    ExpressionAttributeValues: { ":available": { N: `${available}` } },
  });
}

async function aws(target: string, body: unknown): Promise<void> {
  const response = await fetch(inject("aws"), {
    method: "POST",
    headers: {
      "X-Amz-Target": target,
      "Content-Type": "application/x-amz-json-1.0",
      Authorization:
        "AWS4-HMAC-SHA256 Credential=operator/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0",
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${target}: ${await response.text()}`);
}
