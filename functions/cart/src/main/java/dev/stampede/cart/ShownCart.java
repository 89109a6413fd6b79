package dev.stampede.cart;

import dev.stampede.model.Cart;
import dev.stampede.model.Offer;
import java.time.Instant;
import java.util.Map;

/// A cart at one moment, and what is for sale of it then.
///
/// @param offers by SKU; what is not in the catalogue is left out
public record ShownCart(Cart cart, Map<String, Offer> offers, Instant now) {}
