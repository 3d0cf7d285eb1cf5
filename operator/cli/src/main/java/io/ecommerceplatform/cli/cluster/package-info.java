/** The only place of the command that talks to a cluster. */
package io.ecommerceplatform.cli.cluster;
