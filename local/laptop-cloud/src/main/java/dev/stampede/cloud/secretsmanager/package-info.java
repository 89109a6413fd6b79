/// AWS Secrets Manager: secrets of the template, generated once and kept with the state.
package dev.stampede.cloud.secretsmanager;
