/** The vocabulary that both halves of the operator share: references, owners and object trees. */
package io.ecommerceplatform.resource;
