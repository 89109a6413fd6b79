package dev.stampede.catalog;

import dev.stampede.model.Product;

/// A product and how many units of it can be ordered.
record Offer(Product product, long stock) {}
