/** The world as informer caches show it; nothing in here writes. */
package io.ecommerceplatform.operator.observe;
