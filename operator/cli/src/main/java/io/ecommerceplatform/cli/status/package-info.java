/** What {@code status} shows, composed from one resource; pure. */
package io.ecommerceplatform.cli.status;
