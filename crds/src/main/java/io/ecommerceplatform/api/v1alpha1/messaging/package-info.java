/** Topics and queues. */
package io.ecommerceplatform.api.v1alpha1.messaging;
