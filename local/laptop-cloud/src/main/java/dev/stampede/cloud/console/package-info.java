/// The pages of the laptop cloud itself, under `/_local`, and the API's contract as a page.
@NullMarked
package dev.stampede.cloud.console;

import org.jspecify.annotations.NullMarked;
