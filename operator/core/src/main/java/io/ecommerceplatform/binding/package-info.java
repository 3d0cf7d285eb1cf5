/** Which outputs of stores and facts of the platform a service sees, under which names. */
package io.ecommerceplatform.binding;
