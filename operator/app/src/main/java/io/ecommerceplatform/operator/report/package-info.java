/** What the operator tells people: status, events, metrics and log context. */
package io.ecommerceplatform.operator.report;
