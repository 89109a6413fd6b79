/// AWS Secrets Manager: secrets of the template, generated once and kept with the state.
@NullMarked
package dev.stampede.cloud.secretsmanager;

import org.jspecify.annotations.NullMarked;
