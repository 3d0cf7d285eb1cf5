/**
 * The rollout state machines: pure functions from persisted intent and observation to next intent.
 */
package io.ecommerceplatform.rollout;
