/** Microservices and jobs. */
package io.ecommerceplatform.api.v1alpha1.service;
