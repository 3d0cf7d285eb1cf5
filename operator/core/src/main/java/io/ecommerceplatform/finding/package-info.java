/**
 * What can be said about a part of a platform: condition, reason, how bad it is, where, what to do.
 */
package io.ecommerceplatform.finding;
