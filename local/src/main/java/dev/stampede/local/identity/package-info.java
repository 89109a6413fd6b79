/// An identity provider in Cognito's place: the same operations, the same tokens, with users for a demonstration.
package dev.stampede.local.identity;
