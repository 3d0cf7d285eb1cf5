/** What a cluster lacks for a platform: pure decisions over what was read. */
package io.ecommerceplatform.cli.preflight;
