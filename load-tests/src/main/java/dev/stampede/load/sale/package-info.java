/// A flash sale as its buyers saw it and as its shelf shows it, and what must be true of both afterwards.
package dev.stampede.load.sale;
