/** One of several operators works: the Lease, and what happens when it is won, lost or let go. */
package io.ecommerceplatform.operator.leadership;
