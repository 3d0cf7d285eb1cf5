/** The only writer of Kubernetes objects: executes plans, and decides nothing. */
package io.ecommerceplatform.operator.apply;
