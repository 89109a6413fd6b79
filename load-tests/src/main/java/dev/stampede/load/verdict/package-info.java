/// What a run was asked to show, what was found, and whether that holds.
package dev.stampede.load.verdict;
