/// AWS Security Token Service: who a caller is.
package dev.stampede.cloud.sts;
