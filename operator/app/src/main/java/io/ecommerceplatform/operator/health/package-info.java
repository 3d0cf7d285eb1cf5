/** What kubelets and people are told: readiness that is true, and a liveness that seldom kills. */
package io.ecommerceplatform.operator.health;
