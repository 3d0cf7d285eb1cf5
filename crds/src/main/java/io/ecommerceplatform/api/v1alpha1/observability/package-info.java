/** Logs, traces, alerts, analytics, cost. */
package io.ecommerceplatform.api.v1alpha1.observability;
