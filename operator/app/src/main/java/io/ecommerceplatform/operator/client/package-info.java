/** The one connection to the API server, and how it is noticed that it is dead. */
package io.ecommerceplatform.operator.client;
