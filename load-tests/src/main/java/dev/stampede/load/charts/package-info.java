/// The charts of Gatling's report, drawn as plain SVG: the ones it brings along are under a licence that is not open.
@NullMarked
package dev.stampede.load.charts;

import org.jspecify.annotations.NullMarked;
