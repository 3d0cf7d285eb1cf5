/** Runbooks inside the jar. */
package io.ecommerceplatform.cli.explain;
