/// The commands behind the `stampede` launcher.
package dev.stampede.cli;
