/// What the engine does in a second, how fast it opens, and what 100,000 orders take. Nothing here is a test: figures
/// depend on the machine, and are read by whoever changes the engine.
package dev.stampede.dynamodb.benchmark;
