/** Clients of the AWS APIs, and what their errors mean. */
package io.ecommerceplatform.aws.client;
