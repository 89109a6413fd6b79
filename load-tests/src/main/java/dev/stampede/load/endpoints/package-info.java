/// One request each, and what its answer must be. Nothing here knows why a shopper asks.
package dev.stampede.load.endpoints;
