/// The charts of Gatling's report, drawn as plain SVG: the ones it brings along are under a licence that is not open.
package dev.stampede.load.charts;
