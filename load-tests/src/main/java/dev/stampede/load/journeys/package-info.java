/// What one shopper does, as a chain of requests.
package dev.stampede.load.journeys;
