/** What the operator would make of a resource, computed by the operator's own pure half. */
package io.ecommerceplatform.cli.plan;
